"""What can go wrong, as a tree. Every message names the file, says what is wrong, and what to do.

BriefingError
├── ReadError          an article or its sidecar cannot be used
├── SettingsError      an option in mkdocs.yml or on the command line cannot be used
├── CorrectionError    an editor's correction does not apply
├── BuildError         the site cannot be written (folder, disk, another build at work)
├── CheckError         a finding of `briefing check`
└── SeveralErrors      all of the above found in one run, one line each
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class BriefingError(Exception):
    """Its text is one sentence for the person at the keyboard."""


class _FileError(BriefingError):
    def __init__(self, path: Path | str, problem: str, *, hint: str, line: int | None = None):
        self.path, self.problem, self.hint, self.line = path, problem, hint, line
        place = f"{near(path)}:{line}" if line is not None else f"{near(path)}"
        super().__init__(_on_one_line(f"{place}: {problem}; {hint}."))


def near(path: Path | str) -> Path | str:
    """As somebody would type it: from the folder in which the command runs, where it stands below that."""
    with suppress(OSError, ValueError):
        return Path(path).relative_to(Path.cwd()) if Path(path).is_absolute() else path
    return path


def _on_one_line(words: str) -> str:
    """What is quoted from a file may hold line breaks, and characters that a terminal would obey."""
    return "".join(c if c.isprintable() else " " if c.isspace() else f"\\x{ord(c):02x}" for c in words)


class ReadError(_FileError):
    """An article or its sidecar cannot be used."""


class SettingsError(_FileError):
    """An option cannot be used."""


class CorrectionError(_FileError):
    """An editor's correction names something that is not there, or says it wrongly."""


class BuildError(_FileError):
    """The site cannot be written."""


class CheckError(_FileError):
    """A built site or a briefing does not keep what it promises."""


class SeveralErrors(BriefingError):
    """All errors of one run, in the order of their files."""

    def __init__(self, errors: list[BriefingError]):
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in errors))


def reason_of(error: OSError) -> str:
    """Why the system refuses, for the middle of a sentence: "no space left on device"."""
    # Copying a whole folder gives a list of errors instead: what is copied, where to, and why not.
    several = error.args[0] if error.args and isinstance(error.args[0], list) else None
    words = str(several[0][-1]).partition("] ")[2].partition(":")[0] if several else error.strerror
    return (words or type(error).__name__).lower()
