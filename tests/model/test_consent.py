"""Where a person's consent stands, for one reader and one statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.model.audience import PUBLIC, TEAM, Audience, parse_audience
from answerable.model.consent import Consent, Consented, Said, Scope, Withdrawal

CANADA, COALITION = parse_audience("recipient:ca"), parse_audience("coalition")
GIVEN, UNKNOWN, OTHERWISE, WITHDRAWN = Consented
ALL, HERE, THERE, LINE = Scope(), Scope(source="s1"), Scope(source="s2"), Scope(statement="t1")


def agreed(uses: str, scope: Scope = ALL, after: str = "", own: str = "c") -> Consent:
    labels, known = frozenset(uses.split(",")), frozenset(after.split())
    return Consent(own, "p", scope, labels, "2031-05-20", "signed", "", known, "", "")


def back(own: str = "w1", scope: Scope = ALL) -> Withdrawal:
    return Withdrawal(own, "p", scope, "2031-06-20", "she is afraid", "", "")


@pytest.mark.parametrize(
    ("consents", "withdrawals", "audience", "stands"),
    [
        ([], [], CANADA, UNKNOWN),
        ([], [], TEAM, UNKNOWN),
        ([agreed("recipient:ca")], [], CANADA, GIVEN),
        ([agreed("recipient:ca")], [], TEAM, GIVEN),
        ([agreed("recipient:ca")], [], PUBLIC, OTHERWISE),
        ([agreed("recipient:us")], [], CANADA, OTHERWISE),
        ([agreed("recipients")], [], CANADA, GIVEN),
        ([agreed("public")], [], CANADA, GIVEN),
        ([agreed("coalition")], [], COALITION, GIVEN),
        ([agreed("team")], [], CANADA, OTHERWISE),
        ([agreed("team")], [], TEAM, GIVEN),
        ([agreed("recipient:us"), agreed("recipient:ca")], [], CANADA, GIVEN),
        ([agreed("public", HERE)], [], CANADA, GIVEN),
        ([agreed("public", THERE)], [], CANADA, UNKNOWN),
        ([agreed("public", LINE)], [], CANADA, GIVEN),
        ([agreed("public", Scope(statement="t2"))], [], CANADA, UNKNOWN),
        ([], [back()], CANADA, WITHDRAWN),
        ([agreed("public")], [back()], CANADA, WITHDRAWN),
        ([agreed("public")], [back()], TEAM, WITHDRAWN),
        ([agreed("public")], [back(scope=HERE)], CANADA, WITHDRAWN),
        ([agreed("public")], [back(scope=THERE)], CANADA, GIVEN),
        ([agreed("public")], [back(scope=LINE)], CANADA, WITHDRAWN),
        ([agreed("public"), agreed("recipient:ca", after="w1")], [back()], CANADA, GIVEN),
        ([agreed("public"), agreed("recipient:ca", after="w1")], [back()], PUBLIC, WITHDRAWN),
        ([agreed("public", after="w1")], [back("w1"), back("w2")], CANADA, WITHDRAWN),
        ([agreed("public", after="w1 w2")], [back("w1"), back("w2")], CANADA, GIVEN),
    ],
)
def test_what_is_noted_decides(
    consents: list[Consent], withdrawals: list[Withdrawal], audience: Audience, stands: Consented
) -> None:
    assert Said(consents, withdrawals).to(audience, "s1", "t1") is stands


SCOPES = st.sampled_from([ALL, HERE, THERE, LINE])
CONSENTS = st.builds(agreed, st.sampled_from(["public", "recipients", "recipient:ca", "team"]), SCOPES)


@given(st.lists(CONSENTS, max_size=5), SCOPES, st.sampled_from([CANADA, PUBLIC, COALITION]))
def test_no_consent_that_did_not_know_of_it_outlives_a_withdrawal(
    consents: list[Consent], scope: Scope, audience: Audience
) -> None:
    said = Said(consents, [back(scope=scope)])
    for source, statement in (("s1", "t1"), ("s2", "t9")):
        if scope.covers(source, statement):
            assert said.to(audience, source, statement) is WITHDRAWN
        else:
            assert said.to(audience, source, statement) is Said(consents).to(audience, source, statement)


def test_only_silence_can_be_decided_on() -> None:
    assert [one for one in Consented if one.forbids] == [OTHERWISE, WITHDRAWN]
