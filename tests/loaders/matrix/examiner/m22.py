"""An ods under a password."""

from tests.loaders.matrix.examiner.model import Book


def book() -> Book:
    """Return the file."""
    return Book(
        "e22_gesperrt",
        ".ods",
        "Kennwortgeschützt",
        "-",
        1,
        ("password_protected", "ods"),
        (),
        kind="locked",
        expect_error=("encrypted",),
    )
