"""Names in, the kind of each key out: what a name names, voted over all places where the document prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator import lexicon
from generator.extract.actor.known_kinds import COMPASS, known_kind
from generator.extract.actor.seen import Seen
from generator.model import Text

# A name with less evidence for its best kind is left out. Chosen on GUM news dev, as were the weights below.
ENOUGH = 1.0
_MARKS = frozenset({"“", "”", '"', "''", "``"})
_PLACE_BEFORE = frozenset(["in", "at", "near", "around", "outside", "across", "throughout"])


def find_kinds(text: Text, names: Sequence[Seen]) -> dict[str, str]:
    """For each key "person", "organization", "government", "place", "group", "thing" or "unknown"."""
    labels = _labels(text)
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    fixed: dict[str, str] = {}
    for name in names:
        key = name.key
        counts[key] += 1
        if key not in fixed and key not in votes:
            known = known_kind(name)
            if known:
                fixed[key] = known
            else:
                for kind, weight in _form(name):
                    votes[key][kind] += weight
        for kind, weight in _place(text, name, labels):
            # Repeated evidence counts less each time: the form of a name says more than the places it stands in.
            votes[key][kind] += weight * counts[key] ** -1.5
    found = {key: _best(votes[key]) for key in counts}
    found |= _acronyms(text, names, found)
    for key in found:
        # "Ida Moe" is who "Mr. Moe" is, when nothing says much else.
        surname, weak = key.rsplit(" ", 1)[-1], max(votes[key].values(), default=0.0) < 2.0
        if weak and len(key.split()) == 2 and votes.get(surname, {}).get("person", 0.0) >= 4:
            found[key] = "person"
    openers = lexicon.words("thing_openers")
    for words in [key.split() for key, kind in found.items() if kind == "thing"]:
        # "Storm Ottilie" is later "Ottilie".
        if len(words) == 2 and words[0] in openers and words[1] in found:
            found[words[1]] = "thing"
    for key, kind in fixed.items():
        if not (kind == "place" and votes[key]["person"] >= 4):
            found[key] = kind
    return found


def _acronyms(text: Text, names: Sequence[Seen], kinds: dict[str, str]) -> dict[str, str]:
    """Acronyms and short forms of organizations that the document names in full are organizations."""
    full = {letters for key, kind in kinds.items() if kind == "organization" for letters in initials(key)}
    ends = {name.last for name in names if kinds[name.key] == "organization" and len(name.words) > 1}
    churches = {key.rsplit(" ", 1)[1] for key in kinds if key.startswith("church of ")}
    found = {
        name.key: "organization"
        for name in names
        if len(name.words) == 1
        and len(name.key) > 1
        and name.words[0].isupper()
        and ((name.key in full and len(name.key) > 2) or (text.words[name.first - 1] == "(" and name.first - 1 in ends))
    }
    return found | {key: "organization" for key, kind in kinds.items() if kind == "unknown" and key in churches}


_SMALL = frozenset({"of", "for", "the", "and", "on", "&", "in", "to", "against"})


def initials(key: str) -> set[str]:
    """First letters of a name of several words, with and without its small words."""
    words = [part for word in key.split() for part in word.split("-") if part]
    if len(words) < 2:
        return set()
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}


def _best(votes: dict[str, float]) -> str:
    if not votes:
        return "unknown"
    kind = max(sorted(votes), key=lambda k: votes[k])
    return kind if votes[kind] >= ENOUGH else "unknown"


def _labels(text: Text) -> dict[int, str]:
    kinds = {"PERSON": "person", "ORG": "organization", "LOC": "place"}
    return {token: kinds[name.kind] for name in text.names for token in range(name.first, name.last)}


_FROM = frozenset({"in", "from", "to", "at"})


def _form(name: Seen) -> list[tuple[str, float]]:
    """What the words themselves say."""
    words = name.words
    lower = [w.casefold() for w in words]
    first, last = words[0], words[-1]
    votes: list[tuple[str, float]] = []
    organizations, places = lexicon.words("organization_words"), lexicon.words("place_words")
    given = lexicon.table("given_names")
    printed = " ".join(words)
    opener = next((lower[i - 1] for i in range(1, len(words)) if lower[i] in ("of", "for", "on", "against")), None)
    if printed in lexicon.words("places"):
        votes.append(("place", 3.0 if len(words) == 1 and first not in given else 2.3 if len(words) == 1 else 4.0))
    if printed.casefold() in lexicon.words("known_organizations"):
        votes.append(("organization", 5.0))
    if opener in places and opener not in organizations and lower[1] == "of":
        votes.append(("place", 4.0))
    elif opener in organizations or lower[-2:] == ["school", "district"]:
        votes.append(("organization", 5.0))
    elif (lower[-1] in lexicon.words("thing_words") and (len(words) > 1 or first not in given)) or any(
        c.isdigit() for c in last
    ):
        # "Nathan Law" is a person all the same.
        votes.append(("thing", 2.0 if len(words) == 2 and first in given else 4.0))
    elif len(words) > 1 and lower[-1] in organizations:
        votes.append(("organization", 4.0 if first not in given or len(words) > 2 else 2.5))
    elif len(words) > 1 and lower[-1] in places and (first not in given or len(words) > 2 or lower[-1] == "county"):
        votes.append(("place", 4.0))
    elif len(words) == 1 and lower[0] in organizations:
        votes.append(("organization", 1.0))
    if "&" in words or "for" in lower[1:]:
        votes.append(("organization", 2.0))
    if any(word.isdigit() for word in words) or (
        any(c.isupper() for c in first[1:])
        and any(c.islower() for c in first)
        and "-" not in first
        and not first.startswith(("Mc", "Mac", "De", "O'", "D'", "La", "Le"))
    ):
        votes += [("organization", 1.5), ("person", -1.5)]
    if len(words) == 1 and _is_acronym(first) and lower[0] not in lexicon.words("common_words"):
        votes.append(("organization", 2.5))
    if len(words) > 1 and first in given and (not votes or votes == [("thing", 2.0)]):
        votes.append(("person", 3.0 if len(words) < 5 else 1.0))
    elif len(words) == 1 and first in given:
        votes.append(("person", 1.5))
    if len(words) in (2, 3) and _is_hyphen_name(words) and lower[-1] not in organizations:
        votes.append(("person", 3.0))
    if len(words) in (2, 3) and last in lexicon.words("surnames") and ("thing", 4.0) not in votes:
        votes.append(("person", 1.5))
    elif len(words) == 1 and last in lexicon.words("surnames"):
        votes.append(("person", 0.7))
    if (
        len(words) == 2
        and not votes
        and not any(w in lexicon.words("common_words") for w in lower)
        and first.isalpha()
        and last.isalpha()
        and not first.isupper()
        and not last.isupper()
    ):
        # Two words that no list knows are most often a person.
        votes.append(("person", 1.0))
    if len(words) in (3, 4) and any(len(w.strip(".")) == 1 for w in words[1:-1]):
        votes.append(("person", 3.0))
    common = lexicon.words("common_words")
    if all(w in common for w in lower):
        votes += [("person", -2.0 if len(words) > 1 else 0.0), ("organization", -1.0)]
    if len(words) == 2 and first in COMPASS and {kind for kind, _ in votes} <= {"person"}:
        votes = [("place", 3.0)]  # "North Augusta"
    is_country = first in lexicon.table("demonyms") or first in lexicon.table("countries")
    if len(words) > 1 and is_country and first not in given:
        # "Kurdish Peshmerga": whose they are, and no given name.
        votes.append(("person", -3.0))
    if lower[0] in lexicon.words("thing_openers") or (len(words) > 1 and lower[1] in lexicon.words("thing_openers")):
        votes += [("thing", 4.0), ("person", -1.0)]
    if lower[-1].endswith((".com", ".org", ".net")):
        votes.append(("thing", 4.0))
    return votes


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _is_hyphen_name(words: tuple[str, ...]) -> bool:
    """ "Kim Jong-un", "Cheng Chung-tai": a given name of two syllables after or before the family name."""
    return any("-" in w and w[0].isupper() and w.split("-")[1].islower() and len(w) < 12 for w in words[1:])


def _place(text: Text, name: Seen, labels: dict[int, str]) -> list[tuple[str, float]]:
    """What stands round the name, and what the recogniser says."""
    votes: list[tuple[str, float]] = []
    words, tags, printed = text.words, text.tags, " ".join(name.words)
    if name.honorific:
        votes.append(("person", 5.0))
    elif name.title:
        votes.append(("person", 4.0))
    label = labels.get(name.last - 1)
    if label:
        votes.append((label, 1.5 if label == "person" else 1.2))
    before = words[name.first - 1].lower() if name.first else ""
    if _is_tail(text, name.first):
        votes.append(("thing", 4.0))
    after = words[name.last] if name.last < len(words) else ""
    if before == "," and name.first > 1 and tags[name.first - 2].startswith("NNP"):
        # "the University of Texas, Austin": a name behind a name's comma says where.
        if words[name.first - 4 : name.first - 2] == ["University", "of"] or printed in lexicon.words("places"):
            votes.append(("place", 6.0))
        elif labels.get(name.first - 2) in ("organization", "place"):
            votes.append(("place", 1.5))
    if after in lexicon.table("name_extensions"):
        votes.append(("person", 1.0))
    elif before == "the":
        votes += [("organization", 0.8), ("person", -2.0)]
    elif before in _PLACE_BEFORE:
        votes.append(("place", 1.0 if len(name.words) > 1 or before != "in" else 2.0))
    if after == "-" and words[name.last + 1 : name.last + 2] == ["based"]:
        votes.append(("place", 4.0))
    closing = name.last + (after in (",", ".") and len(name.words) > 1)
    if before in _MARKS and closing < len(words) and words[closing] in _MARKS and not name.title:
        # A full name that stands there by itself is a title more often than somebody.
        votes.append(("thing", 5.0 if len(name.words) > 1 and label == "person" else 2.5))
    if after == "," and not (before in ("of", "from", "in") and printed in lexicon.words("places")):
        # "Of Texas, who" tells of the senator.
        votes += _apposition(text, name.last + 1)
    elif after.lower() == "who" and before not in ("a", "an"):
        # "a Jesuit who" is one of many.
        votes.append(("person", 3.0))
    elif after.lower() in ("administration", "campaign", "aide", "aides", "supporters"):
        votes.append(("person", 0.5))
    if len(name.words) > 1 and after in (",", ".") and _is_behind_role(text, name.first) and _is_personal(name):
        votes.append(("person", 2.0))
    if label == "place" and before in _FROM and len(name.words) == 1 and not _is_acronym(name.words[0]):
        votes.append(("place", 1.0))
    if (
        before in ("of", "from")
        and name.first > 1
        and text.words[name.first - 2][0].isupper()
        and labels.get(name.first - 2) == "person"
    ):
        votes.append(("organization", 2.2))
    if (
        name.first
        and text.lemmas[name.first - 1] in lexicon.words("organization_words")
        and text.tags[name.first - 1] == "NN"
    ):
        votes.append(("organization", 2.0))
    if after in ("'s", "’s") and labels.get(name.last + 1) == "person":
        votes.append(("organization", 1.5))
    head = name.last - 1
    if text.lemmas[name.last : name.last + 1] == ["say"] and words[name.last + 1 : name.last + 2] == ["it"]:
        votes += [("organization", 2.5), ("person", -1.0)]  # "Acme said it …"
    elif text.deps[head].startswith("nsubj") and text.lemmas[text.heads[head]] in lexicon.words("speaking_verbs"):
        votes += [("person", 1.0), ("organization", 0.5)]
    if text.deps[head] in ("appos", "flat") or (name.first and tags[name.first - 1] in ("NN", "NNS")):
        previous = text.lemmas[name.first - 1] if name.first else ""
        if previous in lexicon.words("people_nouns"):
            votes.append(("person", 1.5))
    return votes


def _is_tail(text: Text, token: int) -> bool:
    """ "All-Star", but not "anti-Moe": what a hyphen ties to a word before it that is no mere prefix."""
    if token < 2 or text.words[token - 1] != "-" or text.starts[token] != text.ends[token - 1]:
        return False
    return text.words[token - 2].lower() not in lexicon.words("hyphen_prefixes") | lexicon.words("name_particles")


def _apposition(text: Text, start: int) -> list[tuple[str, float]]:
    """Votes of what follows a name and a comma: an age, a role, "who"."""
    people, organizations = lexicon.words("people_nouns"), lexicon.words("organization_words")
    if start >= len(text):
        return []
    word = text.words[start].lower()
    if word.isdigit() and 10 <= int(word) <= 105 and start + 1 < len(text) and text.words[start + 1] in (",", "-", "."):
        return [("person", 4.0)]
    following = text.words[start + 1].lower() if start + 1 < len(text) else ""
    if word == "who" and following in ("are", "were", "have"):
        return [("organization", 2.0)]  # "Arsenal, who were ahead": a team
    if word == "who" or word == "whose":
        return [("person", 3.0)]
    if following not in ("'s", "’s") and (
        text.words[start] in lexicon.words("places") or text.words[start] in lexicon.table("countries")
    ):
        return [("place", 2.5)]
    for i in range(start, min(start + 6, len(text))):
        lower = text.lemmas[i]
        if text.words[i] in (",", ".", "and") or text.tags[i] in ("IN", "MD", "VB", "VBD", "VBP", "VBZ"):
            break
        following = text.tags[i + 1] if i + 1 < len(text) else ""
        if following.startswith("NN") or following in ("HYPH", "POS"):
            # "The party's nominee" is no party.
            continue
        if not text.tags[i].startswith("NN"):
            continue
        if lower in lexicon.words("business_nouns"):
            return [("organization", 2.5)]
        if lower in people:
            return [("person", 2.5)]
        if lower in organizations:
            return [("organization", 2.0)]
    return []


def _is_personal(name: Seen) -> bool:
    """Whether the words may be a person's name at least."""
    return any(kind == "person" and weight > 0 for kind, weight in _form(name))


# A role in front of a name is at most so many words long.
LONGEST_ROLE = 8


def _is_behind_role(text: Text, first: int) -> bool:
    """ "The speaker of parliament, Ida Moe,": behind the comma of a phrase that calls a person something."""
    if first < 3 or text.words[first - 1] != ",":
        return False
    start = text.sentences[text.sentence_of[first]][0]
    for token in range(first - 2, max(start, first - 2 - LONGEST_ROLE) - 1, -1):
        if text.tags[token][0] == "V" or text.words[token] == ",":
            return False
        is_person = text.tags[token] == "NN" and text.lemmas[token] in lexicon.words("people_nouns")
        if is_person and text.lemmas[token] not in lexicon.words("business_nouns"):
            return any(text.tags[t] in ("DT", "PRP$", "POS") for t in range(max(start, token - 3), token))
    return False
