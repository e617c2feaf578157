"""PDF files for tests, written by hand: texts at places, lines and filled boxes, links."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

HEIGHT, WIDTH = 842, 595
_SIZE = 10


@dataclass(slots=True)
class Page:
    """One page; places count in points from its lower left corner."""

    marks: list[str] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    turned: int = 0

    def text(self, x: float, y: float, said: str, font: str = "F1", size: float = _SIZE) -> None:
        """Write a text; F1 is plain, F2 a font of symbols, F3 bold."""
        escaped = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.marks.append(f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.marks.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")

    def dot(self, x: float, y: float, size: float = 3) -> None:
        """Fill a round area, as browsers draw the signs of lists."""
        right, top, middle = x + size, y + size, y + size / 2
        self.marks.append(
            f"q 0 0 0 rg {x} {middle} m {x} {top} {right} {top} {right} {middle} c {right} {y} {x} {y} {x} {middle} c f Q"
        )

    def box(self, x: float, y: float, width: float, height: float, rgb: str = "") -> None:
        """Draw a frame, or fill a box with a colour such as ``1 0 0``."""
        self.marks.append(f"q {rgb} rg {x} {y} {width} {height} re f Q" if rgb else f"{x} {y} {width} {height} re S")

    def ruled(
        self, left: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]], step: float = 20
    ) -> None:
        """Draw a table with a line around every cell."""
        xs = [left + sum(widths[:at]) for at in range(len(widths) + 1)]
        bottom = top - step * len(rows)
        for at in range(len(rows) + 1):
            self.line(left, top - at * step, xs[-1], top - at * step)
        for x in xs:
            self.line(x, top, x, bottom)
        for number, row in enumerate(rows):
            for x, said in zip(xs, row, strict=False):
                if said:
                    self.text(x + 3, top - number * step - 14, said)


def write(path: Path, pages: Sequence[Page], *, extra: str = "") -> Path:
    """Write a document.

    Args:
        extra: entries of the trailer, such as an encryption dictionary.
    """
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Wingdings/Encoding/WinAnsiEncoding>>")
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
    kids = []
    for page in pages:
        content = zlib.compress("\n".join(page.marks).encode("cp1252"))
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content))
        stream = len(objects)
        links = []
        for left, bottom, right, top, address in page.links:
            objects.append(
                f"<</Type/Annot/Subtype/Link/Rect[{left} {bottom} {right} {top}]/A<</S/URI/URI({address})>>>>".encode()
            )
            links.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {page.turned}/Contents {stream} 0 R/Annots[{' '.join(links)}]"
            "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{extra}>>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(bytes(out))
    return path
