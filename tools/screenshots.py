"""The sample's site in, the pictures of README and documentation out: `python tools/screenshots.py`.

Builds the articles of `seeds/` into a temporary folder and writes docs/img/*.png. Needs playwright, Pillow and a
Chromium: the one named by $BRIEFING_CHROMIUM, else one on the PATH, else playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "img"
# File, page, width and height in CSS pixels, colour scheme: each kind of page once.
SHOTS = (
    ("overview.png", "index.html", 1280, 800, "light"),
    ("issues-dark.png", "issues/index.html", 1280, 800, "dark"),
    ("issue.png", "issues/iran.html", 1280, 800, "light"),
    ("actors.png", "actors/index.html", 1280, 800, "light"),
    ("actor.png", "actors/china.html", 1280, 800, "light"),
    ("quotes.png", "quotes.html", 1280, 800, "light"),
    ("views.png", "views.html", 1280, 800, "light"),
    ("timeline.png", "timeline.html", 1280, 800, "light"),
    ("source.png", "source.html", 1280, 800, "light"),
    ("phone.png", "index.html", 390, 844, "light"),
)
FLAGS = ["--no-sandbox", "--disable-gpu"]
# README loads them all; larger ones make it slow on a phone.
MOST_BYTES = 200_000


def main() -> int:
    """0, or 1 where a picture is too large."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "generator", "build", "--site-dir", site], cwd=ROOT, check=True)
        _shoot(site)
    large = [shot[0] for shot in SHOTS if (FOLDER / shot[0]).stat().st_size > MOST_BYTES]
    for name in large:
        print(f"{name} is larger than {MOST_BYTES:,} bytes", file=sys.stderr)
    return 1 if large else 0


def _shoot(site: Path) -> None:
    chromium = os.environ.get("BRIEFING_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, page, width, height, scheme in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            tab = context.new_page()
            tab.goto((site / page).as_uri())
            tab.evaluate("document.fonts.ready")
            # Until the scripts of the page have drawn the filters.
            tab.wait_for_timeout(500)
            tab.screenshot(path=FOLDER / name)
            # 256 colours are enough for letters and lines, and make the file a third of the size.
            Image.open(FOLDER / name).convert("RGB").quantize(256).save(FOLDER / name, optimize=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
