"""The published schemas, as a test holds an answer against them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from queries.published import schema


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the checked validator of one question's schema."""
    found = schema(name)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, format_checker=FormatChecker())


def assert_valid(name: str, data: Any) -> None:
    """Fail where plain data, once written and read as JSON, is not what the schema of a question says."""
    faults = validator(name).iter_errors(json.loads(json.dumps(data)))
    assert [] == [f"{fault.json_path}: {fault.message}" for fault in faults]
