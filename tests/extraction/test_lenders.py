"""Who lends: banks of states and unions speak for them, whatever the words around say."""

from __future__ import annotations

from pacts.terms import Scope
from tests.support.reading import events


def test_a_bank_of_a_state_signs_for_it() -> None:
    text = (
        "Ghana's minister met officials in Beijing. They signed separate debt agreements "
        "with the Export-Import Bank of China."
    )
    assert [e.scope for e in events(text, "Ghana and China agree on debt")] == [Scope.STATE]


def test_the_city_of_a_dateline_signs_nothing() -> None:
    text = (
        "QUEZON CITY - The Philippines and the Asian Development Bank (ADB) on Friday signed "
        "the loan agreement for a bridge, days after the board of the bank approved it."
    )
    assert [e.scope for e in events(text)] == [Scope.STATE]
