"""Small pieces of wording: numbers, dates and shortened text, as the pages print them."""

from __future__ import annotations

from datetime import date

from generator.render.phrases import break_before, closes

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

NOT_STATED = "not stated in the supplied text"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 quotation", "2 quotations"; "no quotations" for none."""
    noun = one if number == 1 else many or one + "s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def counts_in_words(numbers: dict[str, int]) -> str:
    """ "3 statements, 1 mention"; what there is none of is left out."""
    return ", ".join(counted(number, noun) for noun, number in numbers.items() if number)


def listed(names: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""


def date_in_words(iso: str) -> str:
    """ "2023-11-15" as "15 November 2023", "2023-11" as "November 2023", "2023" as it is; anything else unchanged."""
    parts = iso.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return iso
    month = int(parts[1]) if len(parts) > 1 else 1
    if not 1 <= month <= 12:
        return iso
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [MONTHS[month - 1]] if len(parts) > 1 else []
    return " ".join([*words, str(int(parts[0]))])


def day_in_words(day: date) -> str:
    return date_in_words(day.isoformat())


def precision(iso: str) -> str:
    """What a date is exact to: "day", "month" or "year"."""
    return ("year", "month", "day")[min(iso.count("-"), 2)]


def one_line(text: str) -> str:
    """The same words on one line, one space between them."""
    return " ".join(text.split())


def clipped(text: str, characters: int) -> str:
    """The first words that fit, to the end of a phrase, with an ellipsis where something was cut off."""
    text = one_line(text)
    if len(text) <= characters:
        return text
    cut = text[: characters - 1]
    fitting = cut.count(" ")
    if not fitting:
        return broken_off(cut)
    words = text.split(" ")[: fitting + 1]
    return broken_off(" ".join(words[: break_before(0, fitting, closes(words))]))


def broken_off(text: str) -> str:
    """The text with an ellipsis behind it. Where quotation marks are open in it, it still ends with one."""
    head = text.removesuffix("…").rstrip(" ,;:—–-")
    return head + (" …”" if head.count("“") > head.count("”") else " …")


def first_words(text: str, number: int) -> str:
    """So many words from the start, with an ellipsis where more follow."""
    words = text.split()
    return " ".join(words[:number]) + (" …" if len(words) > number else "")


def capitalised(text: str) -> str:
    """The first letter in upper case, for headings; the rest as printed."""
    return text[:1].upper() + text[1:]
