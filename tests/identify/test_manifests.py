"""The manifests of the lists: every reader has one, and each says where it was learnt."""

from answerable.identify.manifests import manifests
from answerable.identify.readers import READERS


def test_every_reader_has_a_manifest_and_every_manifest_a_reader() -> None:
    assert {reader.list_id for reader in READERS} == manifests().keys()


def test_every_form_is_told_apart() -> None:
    assert len({reader.form for reader in READERS}) == len(READERS)


def test_a_set_that_retells_lists_makes_nobody_officially_listed() -> None:
    assert [key for key, one in manifests().items() if one.standing != "officially listed"] == [
        "opensanctions"
    ]
