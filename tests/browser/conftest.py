"""The site of the repository's own articles, and one of an article written for the search, served to Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.plugin import runs
from tests.conftest import search_for, served

ROOT = Path(__file__).parents[2]
WAITING = "Type to start searching"
# What deploy/nginx.conf sends.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
ARTICLE = """Harbour towns try a détente

By Ann Lee

LOWPORT, March 3, 2026 — The two towns have kept to their détente since January, the harbour master said on Tuesday.

“A tactical pause is not yet a lasting peace,” said Sean O’Brien, the mayor of Lowport. He said that the U.S. envoy \
would come back in April.

The UN observer, Maria Łukasik, called the ferry line “a bridge of patience and rope” and asked both towns to keep it.
"""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the sample's site, under the strict policy."""
    site = tmp_path_factory.mktemp("sample") / "site"
    runs.run_build(ROOT / "mkdocs.yml", seeds=ROOT / "seeds", site_dir=site, strict=True)
    with served(site, Content_Security_Policy=POLICY) as address:
        yield address


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site of ARTICLE."""
    root = tmp_path_factory.mktemp("harbour")
    (root / "seeds").mkdir()
    (root / "seeds" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    (root / "seeds" / "harbour.yml").write_text("rights: full\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        runs.run_build(None, seeds=root / "seeds", site_dir=root / "site", strict=True)
    with served(root / "site", Content_Security_Policy=POLICY) as address:
        yield address


def type_into_search(page: Page, query: str) -> None:
    """As far as the results. Material waits for a key to be let go; what it hears before it is ready is lost."""
    page.locator("#__search").evaluate("box => box.click()")
    page.locator(".md-search__input").focus()
    meta = page.locator(".md-search-result__meta")
    meta.filter(has_text=WAITING).wait_for(timeout=5000)
    search_for(page, query)
    page.keyboard.press("Shift")
    meta.filter(has_not_text=WAITING).wait_for(timeout=5000)
