// Every file of the repository that is made from others. CI runs it and fails when something changes.
import "./make-template.ts";
import { makeDemo } from "./make-demo.ts";
import { makeDocs } from "./make-docs.ts";

await makeDemo();
makeDocs();
