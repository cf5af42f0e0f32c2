"""The published schemas are those of the code, and what the code writes fits them."""

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from audit.shapes import SHAPES, schema

pytestmark = pytest.mark.unit
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"


@pytest.mark.parametrize("name", SHAPES)
def test_the_published_schema_is_that_of_the_code(name):
    assert json.loads((FOLDER / f"{name}.schema.json").read_text()) == schema(name), "run scripts/schema"


def test_no_other_schema_is_published():
    assert {path.name for path in FOLDER.glob("*.json")} == {f"{name}.schema.json" for name in SHAPES}


def test_a_key_too_few_or_an_unknown_word_does_not_fit():
    reader = TypeAdapter(SHAPES["watch-run"])
    watch = {"id": "1", "target": "x", "new": 0, "changed": 0, "unchanged": 0, "failed": [], "audits": []}
    reader.validate_python({"watches": [watch]})
    with pytest.raises(ValueError):
        reader.validate_python({"watches": [{**watch, "new": "many"}]})
    with pytest.raises(ValueError):
        reader.validate_python({"watches": [{key: value for key, value in watch.items() if key != "failed"}]})
