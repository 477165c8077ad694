"""A built site in, its index for Pagefind out: for sites so large that loading Material's whole index takes seconds."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from generator.errors import BuildError, SettingsError

# Below, Material's index is smaller than what Pagefind needs to start (CONTRIBUTING.md, libraries).
MANY_PAGES = 600
FOLDER = "pagefind"
# Interfaces of Pagefind's own; the theme's dialog is ours.
_UNUSED = ("*-ui.*", "*-highlight.*")
# Parts of a page that say where it stands (each page of a briefing would be a hit for the words of its title), and what
# Material's index leaves out, too: labels and citations.
_NO_WORDS = (".headerlink", ".bf-bar", ".bf-crumb", "[data-search-exclude]")
_HINT = "pip install 'briefing-site[pagefind]', or write `search: material`"


# No warning, which would fail a strict build: the site works, and is slow to search.
log = logging.getLogger("mkdocs.plugins.generator")


def is_chosen(search: str, pages: int) -> bool:
    """Whether the site is searched by Pagefind. Raises SettingsError where it is asked for and not installed."""
    is_installed = find_spec("pagefind") is not None
    if search == "pagefind" and not is_installed:
        raise SettingsError("mkdocs.yml", "`search: pagefind` needs the package pagefind", hint=_HINT)
    if search == "auto" and pages > MANY_PAGES and not is_installed:
        log.info(f"{pages:,} pages: every reader loads the whole search index; Pagefind would not ({_HINT})")
    return search == "pagefind" or (search == "auto" and pages > MANY_PAGES and is_installed)


def write_index(site: Path) -> None:
    """Indexes the pages' own parts below `site`/pagefind/, and empties Material's index, which every page would load.

    Raises BuildError where Pagefind fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article"]
    left_out = [option for selector in _NO_WORDS for option in ("--exclude-selectors", selector)]
    done = subprocess.run([*command, *left_out, "--keep-index-url", "--silent"], capture_output=True, text=True)
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()
        raise BuildError(
            site, f"Pagefind cannot index the site ({reason[-1] if reason else 'no reason given'})", hint=_HINT
        )
    for pattern in _UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    index = site / "search" / "search_index.json"
    if index.is_file():
        data = json.loads(index.read_text(encoding="utf-8"))
        index.write_text(json.dumps(data | {"docs": []}), encoding="utf-8")
