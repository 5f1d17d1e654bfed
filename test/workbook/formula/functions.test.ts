import { type Cases, describeCases } from "./case-table.ts";

const nothing = undefined;

/** What Excel makes of it; undefined where only a spreadsheet is to tell. */
const CASES: Cases = {
  SUM: [
    ["SUM(A1:A4)", 5],
    ["SUM(A1:E1)", 4],
    ["SUM(A1,2,TRUE)", 7],
    ['SUM("3")', 3],
    ['SUM("")', nothing],
    ["SUM(C1:C9)", 0],
    ["SUM(A1,,A3)", 6],
    ["SUM(E1:E2)", nothing],
  ],
  COUNT: [
    ["COUNT(A1:E1)", 1],
    ["COUNT(A1:A4)", 4],
    ['COUNT(1,"2","x",TRUE)', 3],
  ],
  COUNTA: [
    ["COUNTA(A1:E1)", 4],
    ["COUNTA(B1:B4)", 4],
    ["COUNTA(C1:C4)", 0],
  ],
  COUNTBLANK: [["COUNTBLANK(A1:C4)", 5]],
  COUNTIF: [
    ["COUNTIF(A1:A9,4)", 1],
    ['COUNTIF(A1:A9,">0")', 2],
    ['COUNTIF(A1:A9,"<=0")', 2],
    ['COUNTIF(A1:B4,">"&A3)', 1],
    ['COUNTIF(A1:A5,"<>4")', 4],
    ['COUNTIF(B1:B4,"north")', 2],
    ['COUNTIF(B1:B4,"=NORTH")', 2],
    ['COUNTIF(B1:B4,"<>north")', 2],
    ['COUNTIF(B1:B4,">o")', 1],
    ['COUNTIF(A1:A6,"")', 2],
    ['COUNTIF(B1:B6,"")', 3],
    ['COUNTIF(B1:B6,"=")', 2],
    ['COUNTIF(B1:B6,"<>")', 4],
    ["COUNTIF(D1:D2,TRUE)", 1],
    ["COUNTIF(A1:A9,C1)", 1],
    ["COUNTIF(E1:E1,12)", nothing],
    ['COUNTIF(B1:B4,"n*")', nothing],
    ['COUNTIF(B1:B4,"?")', nothing],
  ],
  SUMIF: [
    ['SUMIF(A1:A4,">0")', 6],
    ["SUMIF(A1:A4,4)", 4],
    ['SUMIF(B1:B4,"north",A1:A4)', 6],
    ['SUMIF(A1:A4,"<>4",A1:A4)', 1],
    ['SUMIF(A1:A4,">9")', 0],
    ['SUMIF(A1:A4,">0",A1:A2)', nothing],
  ],
  MAX: [
    ["MAX(A1:A4)", 4],
    ["MAX(A2,-3)", -1],
    ["MAX(B1:B4)", 0],
    ["MAX(A1:E1)", 4],
  ],
  MIN: [
    ["MIN(A1:A4)", -1],
    ["MIN(A1,9)", 4],
    ["MIN(C1:C4)", 0],
  ],
  ABS: [
    ["ABS(A2)", 1],
    ["ABS(C1)", 0],
    ["ABS(B1)", nothing],
  ],
  ROUND: [
    ["ROUND(2.5,0)", 3],
    ["ROUND(-2.5,0)", -3],
    ["ROUND(1.005,2)", 1.01],
    ["ROUND(148,-1)", 150],
    ["ROUND(1.25,1.9)", 1.3],
    ["ROUND(1234.5678,2)", 1234.57],
  ],
  IF: [
    ['IF(A1>0,"some","none")', "some"],
    ["IF(A4,1,2)", 2],
    ["IF(A1<0,1)", false],
    ["IF(A1>0,,3)", 0],
    ["IF(A1<0,1,)", 0],
    ["IF(A1>0,1,1/0)", 1],
    ["IF(B1,1,2)", nothing],
    ["IF(TRUE,C1)", 0],
    ["IF(C1,1,2)", 2],
  ],
  AND: [
    ["AND(A1>0,A3>0)", true],
    ["AND(A1:A4)", false],
    ["AND(A1,B1:B4)", true],
    ["AND(C1:C4)", nothing],
    ["AND(TRUE,)", false],
  ],
  OR: [
    ["OR(A1<0,A3>0)", true],
    ["OR(A4,C1)", false],
    ["OR(D1:D2,B1:B4)", true],
    ["OR(B1:B4)", nothing],
  ],
  NOT: [
    ["NOT(A1)", false],
    ["NOT(C1)", true],
    ["NOT(D2)", true],
  ],
  ISBLANK: [
    ["ISBLANK(C1)", true],
    ["ISBLANK(B4)", false],
    ["ISBLANK(A4)", false],
  ],
  ISNUMBER: [
    ["ISNUMBER(A1)", true],
    ["ISNUMBER(E1)", false],
    ["ISNUMBER(C1)", false],
  ],
  LEN: [
    ["LEN(B1)", 5],
    ["LEN(C1)", 0],
    ["LEN(A2)", 2],
    ["LEN(D1)", 4],
  ],
  TRIM: [
    ['TRIM("  a  b ")', "a b"],
    ['LEN(TRIM("\ta\u00a0"))', 3],
  ],
  N: [
    ["N(A1)", 4],
    ["N(B1)", 0],
    ["N(D1)", 1],
    ["N(C1)", 0],
  ],
};

describeCases(CASES);
