"""A file in, its bytes and its text out; or one clear sentence about why it cannot be used."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.errors import ReadError

# 5 MB of plain text are some 800,000 words: ten novels. Whatever is larger is not an article.
MOST_BYTES = 5_000_000
# Files that people take for text now and then, by how they begin.
_BINARY_STARTS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word document or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_SAVE_AS_TEXT = "save the article's text as plain text in UTF-8"


def read_bytes(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """The file's bytes. Raises ReadError for a folder, a device, a link that leads out of the folder, an unreadable
    file, and one of more than `most` bytes."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise ReadError(shown(path), "is a link that leads out of its folder", hint="put the file itself there")
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            _must_be_a_file(path, os.fstat(descriptor))
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise ReadError(shown(path), "there is no such file", hint="check the name") from error
    except IsADirectoryError as error:
        raise ReadError(shown(path), "is a folder", hint="name an article") from error
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path cannot be followed"
        raise ReadError(shown(path), f"cannot be read ({reason})", hint="check its permissions") from error
    if len(content) > most:
        size = f"{most / 1_000_000:g} MB" if most >= 1_000_000 else f"{most // 1000} kB"
        raise ReadError(shown(path), f"is larger than {size}", hint="leave only the article in it")
    return content


def decode(path: Path, content: bytes) -> str:
    """The text: UTF-8, a byte order mark at the start left out, `\\r\\n` turned into `\\n`, nothing else changed.

    The mark is no character of the article, so offsets count from the first one after it.
    """
    for start, kind in _BINARY_STARTS.items():
        if content.startswith(start):
            raise ReadError(shown(path), f"is {kind}, not text", hint=_SAVE_AS_TEXT)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_utf_16(content):
        raise ReadError(shown(path), "is not UTF-8 but UTF-16", hint="save it again as UTF-8")
    if b"\0" in content:
        raise ReadError(shown(path), "is a binary file, not text", hint=_SAVE_AS_TEXT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = f"it looks like {_likely_encoding(content)}; save it again as UTF-8"
        raise ReadError(shown(path), "is not UTF-8", hint=hint, line=line) from error
    if not text.strip():
        raise ReadError(shown(path), "is empty", hint="put the title on its first line and the article below it")
    return text.replace("\r\n", "\n")


def shown(path: Path) -> str:
    """The path for a message: characters that break a line or turn its direction are written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in str(path))


def _must_be_a_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ReadError(shown(path), "is a folder", hint="name an article")
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(shown(path), "is no ordinary file", hint="put a file of text there")


def _is_utf_16(content: bytes) -> bool:
    """Without its mark: nearly every second byte of Western text is zero, on one side only."""
    head = content[:1000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 2 * 0.7 and min(even, odd) < len(head) // 20


def _likely_encoding(content: bytes) -> str:
    """A guess for the message only. Western text is nearly all ASCII; other scripts are mostly not."""
    high = sum(byte > 127 for byte in content[:20_000])
    letters = sum(chr(byte).isalpha() for byte in content[:20_000] if byte < 128)
    if high > letters:
        return "an older encoding such as windows-1251, GB 18030 or Shift JIS"
    return "windows-1252" if any(0x80 <= byte < 0xA0 for byte in content) else "ISO 8859-1"
