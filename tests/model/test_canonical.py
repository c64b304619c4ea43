"""JSON that has one form only."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.canonical import Json, canonical_json, sha256_hex

VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ({"seq": 2, "chain": "c"}, b'{"chain":"c","seq":2}'),
        ({"名": "譚索"}, '{"名":"譚索"}'.encode()),
        ("\u20ac\u000f\nA'B\"\\\\\"/", b'"\xe2\x82\xac\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        # RFC 8785, section 3.2.3: keys are sorted by their UTF-16 code units.
        ({"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "ö": 7},
         '{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5,"\ufb33":3}'.encode()),
        ([True, None, -0], b"[true,null,0]"),
    ],
)  # fmt: skip
def test_the_one_form(value: Json, form: bytes) -> None:
    assert canonical_json(value) == form


@settings(deadline=None)
@given(VALUES)
def test_what_is_written_is_read_again_the_same(value: Json) -> None:
    written = canonical_json(value)
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.integers(0, 9), min_size=2))
def test_the_order_of_keys_does_not_matter(fields: dict[str, int]) -> None:
    turned: dict[str, Json] = dict(reversed(fields.items()))
    assert canonical_json(turned) == canonical_json(dict(fields))


def test_the_hash_is_sha256_in_hexadecimal() -> None:
    assert sha256_hex(b"abc") == hashlib.sha256(b"abc").hexdigest()
