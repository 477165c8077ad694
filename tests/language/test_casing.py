"""Headlines: in capitals in, in the letters of running text out."""

from __future__ import annotations

import pytest

from generator.language.casing import true_cased

BODY = (
    "The mayor of Lund said that Harbor Trust would lend May Quinlan the money. Critics of the trust said no. "
    "Mr. Power went home. The Power family owns the mill."
)


@pytest.mark.parametrize(
    ("headline", "cased"),
    [
        ("Another Mayor Backs the Harbor Trust Over Critics", "Another mayor backs the Harbor Trust over critics"),
        (
            "Power Loses Mill as May Quinlan Buys It From Critics",
            "Power loses mill as May Quinlan buys it from critics",
        ),
        ("Mayor of Lund backs the Harbor Trust", "Mayor of Lund backs the Harbor Trust"),
        ("U.S. Mill Sold, Norway’s Critics Can’t Sleep", "U.S. mill sold, Norway’s critics can’t sleep"),
        ("Fees Up", "Fees Up"),
        ("", ""),
    ],
)
def test_a_headline_in_capitals_reads_like_a_sentence(headline, cased):
    assert true_cased(headline, BODY) == cased
