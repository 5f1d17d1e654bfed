"""What a complaints officer does to a mapping sheet in Excel: fills it, and tidies it to taste.

officer.py SHEET.xlsx CHOICES.json: choices by value, or by heading on the line of a heading.
"tidy": true sorts the lines by value, filters, colours, moves the column of choices to the front, hides a column and
puts a title above. "added": lines as heading, value, choice.
"""
import json
import sys

from openpyxl import load_workbook
from openpyxl.styles import PatternFill

HEADING, VALUE, CHOICE, WIDTH = 2, 4, 8, 9


def main(file, choices, added=(), tidy=False):
    book = load_workbook(file)
    sheet = book["Mapping"]
    left = dict(choices)
    for row in range(2, sheet.max_row + 1):
        words = sheet.cell(row, VALUE).value or sheet.cell(row, HEADING).value
        if words in left:
            sheet.cell(row, CHOICE).value = left.pop(words)
    if left:
        sys.exit(f"no line for {', '.join(left)}")
    for heading, value, choice in added:
        row = sheet.max_row + 1
        for column, words in ((HEADING, heading), (VALUE, value), (CHOICE, choice)):
            sheet.cell(row, column).value = words
    if tidy:
        tidied(sheet)
    book.save(file)


def tidied(sheet):
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=WIDTH)]
    lines.sort(key=lambda line: str(line[VALUE - 1] or ""), reverse=True)
    for row, line in enumerate(lines, 2):
        for column, words in enumerate(line, 1):
            sheet.cell(row, column).value = words
    sheet.auto_filter.ref = f"A1:I{sheet.max_row}"
    sheet.auto_filter.add_filter_column(8, ["to choose"])
    for row in range(3, sheet.max_row, 3):
        sheet.cell(row, CHOICE).fill = PatternFill("solid", fgColor="FF92D050")
        sheet.row_dimensions[row].hidden = True
    choices = [sheet.cell(row, CHOICE).value for row in range(1, sheet.max_row + 1)]
    sheet.delete_cols(CHOICE)
    sheet.insert_cols(1)
    for row, words in enumerate(choices, 1):
        sheet.cell(row, 1).value = words
    sheet.column_dimensions["F"].hidden = True
    sheet.insert_rows(1, 2)
    sheet["B1"] = "Our words, agreed at the complaints meeting"


main(sys.argv[1], **json.loads(sys.argv[2]))
