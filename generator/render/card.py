"""A dossier in, the picture out that link previews show: 1200 by 630 pixels, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont

from generator.render.dossier import Dossier
from generator.render.escape import plain
from generator.render.source import source_card
from generator.render.wording import NOT_STATED, counted

# What the large networks show without cutting anything off.
SIZE = (1200, 630)
MARGIN = 72
PAPER, INK, QUIET, ACCENT = "#ffffff", "#17242b", "#4a5a62", "#12303a"
BAND = 18
# The headline takes the largest size at which it keeps to so many lines.
SIZES, LINES = (68, 60, 52, 46, 40), 4
_LEADING = 1.22


def card_png(dossier: Dossier) -> bytes:
    """Headline, source and what the briefing holds; a headline in letters that our fonts lack is left out."""
    card = source_card(dossier)
    briefing = dossier.briefing
    stated = [text for text in (card.published, card.publisher) if text != NOT_STATED and _is_drawable(text)]
    title = plain(briefing.article.title)
    headline = title if _is_drawable(title) else "A news article as a briefing"
    quotations = sum(quote.kind != "indirect" for quote in briefing.quotes)
    facts = (
        counted(quotations, "quotation"),
        counted(len(briefing.actors), "actor"),
        counted(len(briefing.issues), "issue"),
    )
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, BAND, SIZE[1]), fill=ACCENT)
    _write(draw, (MARGIN, MARGIN - 8), "BRIEFING", _SMALL, ACCENT)
    lines, style = _fitting(headline)
    for number, line in enumerate(lines):
        _write(draw, (MARGIN, 140 + number * style.size * _LEADING), line, style, INK)
    source = _wrapped(" · ".join(stated), _SMALL)
    _write(
        draw, (MARGIN, SIZE[1] - 150), source[0] + (" …" if len(source) > 1 else "") if source else "", _SMALL, QUIET
    )
    _write(draw, (MARGIN, SIZE[1] - 100), " · ".join(facts), _STRONG, ACCENT)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Style:
    family: str
    size: int
    weight: int


_SMALL, _STRONG = Style("source-sans-3", 32, 400), Style("source-sans-3", 32, 600)


def _is_drawable(text: str) -> bool:
    """Whether our fonts have every letter: a card with empty boxes would be worse than one without these words."""
    return all(char.isspace() or (_holder("source-serif-4", char) and _holder("source-sans-3", char)) for char in text)


def _fitting(headline: str) -> tuple[list[str], Style]:
    """The lines, four at most, in the largest size that they fit in."""
    for size in SIZES:
        style = Style("source-serif-4", size, 600)
        lines = _wrapped(headline, style)
        if len(lines) <= LINES:
            return lines, style
    return [*lines[: LINES - 1], lines[LINES - 1].rsplit(" ", 1)[0] + " …"], style


def _wrapped(text: str, style: Style) -> list[str]:
    """Lines no wider than the card; a word that is wider breaks."""
    room, lines = SIZE[0] - 2 * MARGIN, [""]
    for word in text.split(" "):
        while _width(word, style) > room:
            cut = next(n for n in range(len(word) - 1, 0, -1) if _width(word[:n], style) <= room)
            lines.append(word[:cut])
            word = word[cut:]
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _write(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, style: Style, fill: str) -> None:
    x, y = at
    for font, run in _runs(text, style):
        draw.text((x, y), run, font=font, fill=fill)
        x += font.getlength(run)


def _width(text: str, style: Style) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, style))


def _runs(text: str, style: Style) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """Pieces of the text, each with the file of the font that holds its letters."""
    for name, run in groupby(text, key=lambda char: _holder(style.family, char) or f"{style.family}-latin"):
        yield _font(name, style.size, style.weight), "".join(run)


@cache
def _holder(family: str, char: str) -> str | None:
    """The file of the family that can draw a character; None where each would draw its box for missing ones."""
    for name in (f"{family}-latin", f"{family}-latin-ext"):
        font = _font(name, 40, 400)
        drawn, missing = font.getmask(char), font.getmask(_MISSING)
        if char.isspace() or (drawn.size, bytes(drawn)) != (missing.size, bytes(missing)):
            return name
    return None


# A character for private use, which no font of ours has.
_MISSING = "\ue000"


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    content = (files("generator") / "assets" / "fonts" / f"{name}-wght-normal.woff2").read_bytes()
    font = ImageFont.truetype(io.BytesIO(content), size)
    font.set_variation_by_axes([weight])
    return font
