"""Workbooks mostly plain, with a few of all the oddities XML allows and forbids: for readers that take short cuts."""

from __future__ import annotations

import random
import re

from tests.loaders.workbooks import MAIN, parts

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><b/><name val="Wingdings"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid">'
    '<fgColor rgb="FF92D050"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/><xf fontId="1"/>'
    '<xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>'
)
TEXTS = (
    "x",
    "✓",
    "ja",
    "VHS Hagen",
    "Bildungswerk",
    "nur SGB II",
    "0221 4710-100",
    "Café",
    "😀",
    "",
    " ",
    "a  b",
    "\n",
    "\t",
)
ODD_TEXTS = (
    "&amp;", "a &lt; b &gt; c", "&quot;&apos;", "&#228;", "&#xE4;", "&#13;", "&unknown;", "&", "]]>", "a\rb", "a\r\nb",
    "\x01", "\x7f", "\ufffe", "<![CDATA[x & y]]>", "<!-- </row> -->", "_x0041_", "_x000D_", "_xZZ_", "x" * 70, "\ud800",
    "&amp;amp;", "&amp;lt;", "\0",
)  # fmt: skip
VALUES = ("0", "1", "2", "3", "17", "-4", "0.5", "45000", "1E3", "0.1234567890123")
ODD_VALUES = ("", " ", "nan", "1e999", "-0", "99999", "-1", "٣", "1_0", "TRUE", "#N/A", "2024-05-01T10:00", " 1", "1.")
ODD_ATTRIBUTES = (
    ' cm="1"', ' t="s" t="s"', ' x:y="1"', " s='1'", '  s="1"', ' s="1" ', ' xmlns="urn:other"', ' s="&#49;"', ' s="77"',
    ' s="-1"', ' s=""', ' t="d"', ' t="x"', ' t="inlineStr"',
)  # fmt: skip
ODD_CONTENTS = (
    "", "<f>1+1</f>", "<v/>", "<v>1</v><v>2</v>", "<v>1</v> ", "<x>1</x>", "<f>A1</f><v>5</v>", "<v>1</v><f>A1</f>",
    "<is><r><rPr><strike/></rPr><t>alt</t></r></is>", "<is> <t>y</t></is>", "<is><t>y</t></is>", "<is><t/></is>", "<v> 1</v>",
)  # fmt: skip
ODD_ROWS = (
    "<row>", '<row r="{0}" hidden="1">', '<row r="{0}" ht="0">', '<row spans="1:4" r="{0}">', '<row r="-3">', '<row r="x">',
    '<row r="{0}" r="{0}">', '<row r="{0}" q:a="1">', '<row r="{0}" xmlns="urn:other">', '<row r="{0}" a="b>c">',
    f'<row r="{{0}}" xmlns="{MAIN}">', "<row r='{0}'>", '<row r="{0}" a="1" a="2">', '<row\n r="{0}">', '<x:row r="{0}">',
)  # fmt: skip
BETWEEN = (
    "  ", "stray", "<!-- <row r='9'></row> -->", "<?pi </row>?>", '<x xmlns="urn:y"><row r="1"><c r="A1"><v>1</v></c></row></x>',
    '<c r="H8"><v>8</v></c>', "<![CDATA[</row>]]>", "<row", "</row>", '<row r="7"/>', "\0",
    f'<x xmlns="urn:y"><row xmlns="{MAIN}" r="50"></row><row r="51"><c r="A51"><v>1</v></c></row></x>',
)  # fmt: skip
ODD_REFS = ("", ' r="A1"', ' r="b2"', ' r="XFD3"', ' r="A99"', ' r="A0"', ' r="$A$5"', ' r="?"', " r='C3'", ' r="AB12"')


class OddBook:
    """One workbook by its seed; ``oddity`` is how likely any of its pieces is unusual."""

    def __init__(self, seed: int, oddity: float) -> None:
        self._chance = random.Random(seed)
        self._oddity = oddity
        self._spans = self._chance.choice(("", ' spans="1:4"', ' spans="1:4" ht="15" customHeight="1"', ' s="1" x="ä"'))
        self._words_only = self._chance.random() < 0.4
        self._gap = self._chance.choice(("", "", "", "\n", "\r\n  "))

    def parts(self) -> dict[str, str | bytes]:
        """Return the parts of the workbook."""
        head = self._pick(("", '<?xml version="1.0" encoding="UTF-8"?>\n'), ("\ufeff", '<?xml version="1.0"?>'))
        content = parts(f"<sheetData>{self._sheet()}</sheetData><tail/>", head=head)
        sheet = self._wrapped(str(content["xl/worksheets/sheet1.xml"]))
        content["xl/worksheets/sheet1.xml"] = sheet.encode("utf-8", "surrogatepass")
        strings = self._gap.join(self._string() for _ in range(12))
        content["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'.encode("utf-8", "surrogatepass")
        content["xl/styles.xml"] = STYLES
        listed = str(content["xl/_rels/workbook.xml.rels"])
        more = "".join(
            f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in ("styles", "sharedStrings")
        )
        content["xl/_rels/workbook.xml.rels"] = listed.replace("</Relationships>", f"{more}</Relationships>")
        return content

    def _pick(self, usual: tuple[str, ...], odd: tuple[str, ...]) -> str:
        return self._chance.choice(odd if self._chance.random() < self._oddity else usual)

    def _text(self) -> str:
        return self._pick(TEXTS, ODD_TEXTS)

    def _string(self) -> str:
        if self._chance.random() < self._oddity:
            runs = f"<r><rPr><strike/></rPr><t>{self._text()}</t></r><r><t>{self._text()}</t></r>"
            return f"<si>{self._chance.choice((runs, '<t/>', '<t>a</t><rPh><t>b</t></rPh>'))}</si>"
        return self._pick(
            ("<si><t>{}</t></si>", '<si><t xml:space="preserve">{}</t></si>'), (" <si ><t>{}</t></si>",)
        ).format(self._text())

    def _sheet(self) -> str:
        body, row = [], 0
        for _ in range(self._chance.randint(3, 25)):
            row += self._chance.choice((1, 1, 1, 2))
            opening = self._pick((f'<row r="{row}"{self._spans}>',), ODD_ROWS).format(row)
            cells = "".join(self._cell(row, column) for column in range(self._chance.randint(0, 5)))
            body.append(f"{opening}{cells}</row>{self._pick((self._gap,), BETWEEN)}")
        if self._chance.random() < self._oddity:
            self._chance.shuffle(body)
        return "".join(body)

    def _cell(self, row: int, column: int) -> str:
        ref = self._pick((f' r="{chr(65 + column)}{row}"',), ODD_REFS)
        style = self._pick(("", "", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"'), ODD_ATTRIBUTES)
        sort = self._chance.randrange(10)
        if sort < 4 or (self._words_only and self._chance.random() > self._oddity):
            kind, content = ' t="s"', f"<v>{self._pick(tuple('0123456789'), ODD_VALUES)}</v>"
        elif sort < 6:
            kind, content = "", f"<v>{self._pick(VALUES, ODD_VALUES)}</v>"
        elif sort < 7:
            kind, content = ' t="inlineStr"', f"<is><t>{self._text()}</t></is>"
        elif sort < 8:
            kind, content = self._pick((' t="b"', ' t="e"', ' t="str"'), (' t="d"',)), f"<v>{self._text()}</v>"
        else:
            return f"<c{ref}{style}/>"
        return f"<c{ref}{style}{kind}>{self._pick((content,), ODD_CONTENTS)}</c>"

    def _wrapped(self, sheet: str) -> str:
        """Return the sheet, now and then with its list in a place or of a name where nobody expects it."""
        if self._chance.random() > self._oddity:
            return sheet
        before, after = self._chance.choice(
            (
                ("<sheetData >", "</sheetData>"),
                ("<x:sheetData>", "</x:sheetData>"),
                ('<sheetData xmlns="urn:other">', "</sheetData>"),
                ('<x:sheetData xmlns="urn:other">', "</x:sheetData>"),
                ("<sheetData><sheetData>", "</sheetData></sheetData>"),
                ("<c><sheetData>", "</sheetData></c>"),
                ("<!-- <sheetData> --><sheetData>", "</sheetData><sheetData></sheetData>"),
            )
        )
        sheet = sheet.replace("<worksheet", f'<worksheet xmlns:x="{MAIN}"')
        return re.sub("<sheetData>", before, sheet).replace("</sheetData>", after)
