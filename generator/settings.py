"""What a user can choose, with the defaults stated once; read by `plugin` from mkdocs.yml and by `cli` from options."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of one build."""

    seeds: Path = Path("seeds")
    """Folder of the articles."""
    pipeline: str | None = None
    """Name of an installed spaCy pipeline whose names are added to ours; None for ours alone."""
    search: str = "auto"
    """"material" | "pagefind" | "auto": Material's index to some 600 pages, Pagefind beyond."""
    extract_share: float = 0.5
    """The most of an article's words that its pages print together, 0 to 1, where its rights do not allow all of it."""
    site_name: str = "Briefing"
    """What feeds call the site, and whom its data names as the maker of the briefings."""
    site_url: str | None = None
    """Where the site will stand, as mkdocs.yml says; without it there are no feeds, whose links must be whole."""
