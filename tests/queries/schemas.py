"""The published schemas, as a test holds an answer against them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

COMMON = "common.schema.json"


@cache
def schema(name: str) -> dict[str, Any]:
    """Return one published schema."""
    found: dict[str, Any] = json.loads(files("queries").joinpath("schemas", name).read_text(encoding="utf-8"))
    return found


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the checked validator of one question's schema."""
    common = Resource.from_contents(schema(COMMON))
    registry: Registry[Any] = Registry().with_resource(schema(COMMON)["$id"], common)
    found = schema(f"{name}.schema.json")
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found, registry=registry)


def assert_valid(name: str, data: Any) -> None:
    """Fail where plain data, once written and read as JSON, is not what the schema of a question says."""
    validator(name).validate(json.loads(json.dumps(data)))
