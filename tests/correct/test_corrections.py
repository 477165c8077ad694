"""What an editor writes into a sidecar, and what becomes of the briefing. No model is loaded: it is written by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema
import pytest

from generator.correct import apply_corrections
from generator.correct.shape import schema
from generator.errors import SeveralErrors
from generator.model import (
    Actor,
    Briefing,
    Development,
    Event,
    Figure,
    Issue,
    Mention,
    Overview,
    Point,
    Quote,
    Span,
    Term,
    View,
)
from generator.model.ids import stable_id
from generator.read import read_article

ARTICLE = """Quarry vote splits Ardmoor

Mayor Nell Brandt said the quarry would reopen in May. “We need the work,” she told the council.

Professor Idris Vale of Ardmoor College said the dust may harm 2,000 homes. Brandt called the report a “fairy tale”.

On 3 March the council of Ardmoor voted for the plan. Tom Brandt, her brother, owns the quarry. Vale left early.

The college has 900 students. “Nobody asked us,” one of them said.
"""


def place(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = ARTICLE.index(words, start + 1)
    return Span(start, start + len(words))


def named(*places: Span) -> tuple[Mention, ...]:
    return tuple(Mention(span, "name") for span in places)


def briefing(folder: Path, sidecar: str) -> Briefing:
    """As a program might have found it: the Brandts are one, the students say nothing."""
    (folder / "quarry.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "quarry.yml").write_text(sidecar, encoding="utf-8")
    article = read_article(folder / "quarry.txt")
    brandts = named(place("Nell Brandt"), place("Brandt", 1), place("Tom Brandt"))
    quotes = (
        Quote("q-1", "indirect", (place("the quarry would reopen in May"),), place("Mayor Nell Brandt"), None, "a-b"),
        Quote("q-2", "direct", (place("We need the work,"),), place("she"), place("told"), None, 0.6),
        Quote("q-3", "indirect", (place("the dust may harm 2,000 homes"),), place("Professor Idris Vale"), None, "a-v"),
    )
    return Briefing(
        article=article,
        sentences=tuple(p.span for p in article.paragraphs),
        overview=Overview(
            (
                Point("On 3 March the council of Ardmoor voted for the plan.", (place("On 3 March"),)),
                Point("The college has 900 students.", (place("The college has 900 students."),)),
            )
        ),
        actors=(
            Actor("a-b", "Nell Brandt", "person", "Mayor", None, ("Tom Brandt",), 1.0, brandts),
            Actor("a-v", "Idris Vale", "organization", None, None, (), 0.5, named(place("Idris Vale"))),
            Actor("a-w", "Vale", "person", None, None, (), 0.2, named(Span(*_vale()))),
        ),
        quotes=quotes,
        terms=(Term("t-1", (place("fairy tale"),)),),
        issues=(
            Issue(
                "i-q",
                "quarry",
                ("p1", "p3"),
                ("a-b",),
                ("q-1", "q-2"),
                (Development((place("On 3 March"),), "happened"),),
            ),
            Issue("i-d", "dust", ("p2",), ("a-v",), ("q-3",), ()),
        ),
        views=(View("v-1", "q-3", "a-v", "Professor Idris Vale", None, None, (), ("i-d",)),),
        events=(Event("e-1", None, "in May", "past", (place("the quarry would reopen in May"),)),),
        figures=(Figure("f-1", "2,000 homes", (place("2,000 homes"),)), Figure("f-2", "3 March", (place("3 March"),))),
    )


def _vale() -> tuple[int, int]:
    start = ARTICLE.index("Vale left")
    return start, start + len("Vale")


def corrected(folder: Path, sidecar: str) -> Briefing:
    return apply_corrections(briefing(folder, sidecar))


def messages(folder: Path, sidecar: str) -> list[str]:
    with pytest.raises(SeveralErrors) as caught:
        corrected(folder, sidecar)
    return [str(error).replace(f"{folder}/", "") for error in caught.value.errors]


def words(found: tuple[Span, ...]) -> list[str]:
    return [span.of(ARTICLE) for span in found]


def test_a_sidecar_without_corrections_changes_nothing(tmp_path):
    found = briefing(tmp_path, "rights: full\n")
    assert apply_corrections(found) is found


def test_an_actor_gets_name_kind_role_and_affiliation_and_keeps_its_id(tmp_path):
    sidecar = (
        "actors:\n"
        "  Idris Vale:\n"
        "    name: Prof. Vale\n"
        "    kind: person\n"
        "    role: Professor\n"
        "    affiliation: Ardmoor College\n"
    )
    actor = corrected(tmp_path, sidecar).actor_by_id["a-v"]
    assert (actor.name, actor.kind, actor.role, actor.affiliation) == (
        "Prof. Vale",
        "person",
        "Professor",
        "Ardmoor College",
    )
    assert actor.aliases == ("Idris Vale",)
    assert actor.role_span == place("Professor")


def test_a_role_can_be_taken_away(tmp_path):
    assert corrected(tmp_path, "actors: {Nell Brandt: {role: null}}").actor_by_id["a-b"].role is None


def test_merged_actors_share_mentions_quotes_and_names(tmp_path):
    found = corrected(tmp_path, "actors:\n  Idris Vale:\n    merge: [a-w]\n")
    assert [a.id for a in found.actors] == ["a-b", "a-v"]
    assert words(tuple(m.span for m in found.actor_by_id["a-v"].mentions)) == ["Idris Vale", "Vale"]
    assert found.actor_by_id["a-v"].aliases == ("Vale",)


def test_a_split_actor_leaves_mentions_by_paragraph_or_by_name(tmp_path):
    for place_of_tom in ("p3", "Tom Brandt"):
        found = corrected(tmp_path, f"actors:\n  Nell Brandt:\n    split:\n      Tom Brandt: [{place_of_tom}]\n")
        tom = next(a for a in found.actors if a.name == "Tom Brandt")
        assert words(tuple(m.span for m in tom.mentions)) == ["Tom Brandt"]
        assert words(tuple(m.span for m in found.actor_by_id["a-b"].mentions)) == ["Nell Brandt", "Brandt"]
        assert tom.id in found.issue_by_id["i-q"].actors


def test_a_dropped_actor_speaks_no_more(tmp_path):
    found = corrected(tmp_path, "actors: {Nell Brandt: drop}")
    assert "a-b" not in found.actor_by_id
    assert found.quote_by_id["q-1"].speaker is None
    assert found.issue_by_id["i-q"].actors == ()


def test_an_added_actor_is_found_wherever_its_names_stand(tmp_path):
    sidecar = "actors:\n  Ardmoor College:\n    add: true\n    kind: organization\n    also: [the college]\n"
    found = corrected(tmp_path, sidecar)
    actor = next(a for a in found.actors if a.name == "Ardmoor College")
    assert words(tuple(m.span for m in actor.mentions)) == ["Ardmoor College", "The college"]
    assert actor.id == stable_id("a", "Ardmoor College", set())


def test_a_quotation_gets_its_speaker_by_first_words_in_any_marks(tmp_path):
    found = corrected(tmp_path, 'quotes:\n  "We need the":\n    speaker: Nell Brandt\n')
    assert found.quote_by_id["q-2"].speaker == "a-b"
    assert found.quote_by_id["q-2"].confidence == 1.0


def test_a_speaker_can_be_an_actor_that_the_same_sidecar_adds(tmp_path):
    sidecar = (
        "quotes: {q-2: {speaker: council of Ardmoor}}\nactors: {council of Ardmoor: {add: true, kind: government}}"
    )
    found = corrected(tmp_path, sidecar)
    assert found.actor_by_id[found.quote_by_id["q-2"].speaker or ""].name == "council of Ardmoor"


def test_an_added_quotation_takes_its_kind_from_the_marks(tmp_path):
    found = corrected(
        tmp_path, 'quotes:\n  "Nobody asked us":\n    add: true\n    source: one of them\n    cue: said\n'
    )
    quote = found.quotes[-1]
    assert (quote.kind, words(quote.spans)) == ("direct", ["Nobody asked us"])
    assert quote.source == place("one of them")
    assert quote.cue == place("said", 2)


def test_words_of_a_quotation_are_taken_from_the_article(tmp_path):
    found = corrected(tmp_path, "quotes:\n  q-3:\n    words: the DUST may   harm\n")
    assert words(found.quote_by_id["q-3"].spans) == ["the dust may harm"]


def test_a_term_that_is_said_becomes_a_quotation(tmp_path):
    found = corrected(tmp_path, "quotes:\n  fairy tale:\n    add: true\n    speaker: Nell Brandt\n")
    assert found.terms == ()
    assert [(q.kind, q.speaker) for q in found.quotes if words(q.spans) == ["fairy tale"]] == [("direct", "a-b")]


def test_with_a_dropped_quotation_goes_its_view(tmp_path):
    found = corrected(tmp_path, "quotes: {the dust may: drop}\nterms: {fairy tale: drop}")
    assert "q-3" not in found.quote_by_id
    assert (found.views, found.terms, found.issue_by_id["i-d"].quotes) == ((), (), ())


def test_issues_are_renamed_filed_merged_dropped_and_added(tmp_path):
    found = corrected(tmp_path, "issues:\n  quarry:\n    name: Reopening the quarry\n    paragraphs: [p1-p2]\n")
    issue = found.issue_by_id["i-q"]
    assert (issue.name, issue.paragraphs) == ("Reopening the quarry", ("p1", "p2"))
    assert issue.quotes == ("q-1", "q-2", "q-3")
    assert issue.developments == ()

    found = corrected(tmp_path, "issues: {quarry: {merge: [dust]}}")
    assert [i.id for i in found.issues] == ["i-q"]
    assert found.issues[0].paragraphs == ("p1", "p2", "p3")
    assert found.views[0].issues == ("i-q",)

    found = corrected(tmp_path, "issues: {quarry: drop, College: {add: true, paragraphs: [p3]}}")
    assert [i.name for i in found.issues] == ["dust", "College"]
    assert len(found.issues[1].developments) == 1


def test_views_are_changed_dropped_and_added(tmp_path):
    sidecar = "views:\n  Idris Vale:\n    credentials: Professor Idris Vale of Ardmoor College\n    issues: [quarry]\n"
    view = corrected(tmp_path, sidecar).views[0]
    assert (view.credentials_span, view.issues) == (place("Professor Idris Vale of Ardmoor College"), ("i-q",))
    assert corrected(tmp_path, "views: {v-1: drop}").views == ()
    found = corrected(tmp_path, "views: {the quarry would: {add: true, holder: null}}")
    assert [(v.quote, v.holder) for v in found.views] == [("q-3", "a-v"), ("q-1", None)]


def test_dates_are_set_and_events_added(tmp_path):
    sidecar = (
        "events:\n"
        "  in May:\n"
        "    date: 2024-05\n"
        "    kind: upcoming\n"
        '  "the council of Ardmoor voted":\n'
        "    add: true\n"
        "    date: 2024-03-03\n"
        "    printed: 3 March\n"
    )
    found = corrected(tmp_path, sidecar)
    assert [(e.date, e.kind, e.words) for e in found.events] == [
        ("2024-05", "upcoming", "in May"),
        ("2024-03-03", "past", "3 March"),
    ]
    assert corrected(tmp_path, "events: {in May: {date: 2024}}").events[0].date == "2024"


def test_figures_are_dropped_worded_and_added(tmp_path):
    found = corrected(tmp_path, "figures: {3 March: drop, 900 students: {add: true}, f-1: {words: homes in the dust}}")
    assert [f.words for f in found.figures] == ["homes in the dust", "900 students"]


def test_the_bottom_line_is_the_articles_words_or_the_editors_own_with_evidence(tmp_path):
    sidecar = (
        "bottom_line:\n"
        "- Mayor Nell Brandt said the quarry would reopen in May.\n"
        "- text: The town is split.\n"
        "  evidence: p2\n"
    )
    overview = corrected(tmp_path, sidecar).overview
    assert overview.bottom_line == 2
    assert [(p.text, p.is_own_words) for p in overview.summary] == [
        ("Mayor Nell Brandt said the quarry would reopen in May.", False),
        ("The town is split.", True),
    ]


def test_key_points_replace_those_of_the_program(tmp_path):
    overview = corrected(tmp_path, "key_points: [The college has 900 students.]").overview
    assert [p.text for p in overview.summary][-1] == "The college has 900 students."


def test_each_change_is_noted_with_its_line(tmp_path):
    edits = corrected(tmp_path, "rights: full\nactors:\n  Nell Brandt:\n    role: the mayor\n  Vale: drop\n").edits
    assert [(e.findings, e.words, e.line, e.day) for e in edits] == [
        (("a-b",), "Actor “Nell Brandt”: role “the mayor”", 3, None),
        ((), "Actor “Vale” dropped", 5, None),
    ]


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("actors: {Nel Brand: drop}", "quarry.yml:1: there is no actor `Nel Brand`; did you mean `Nell Brandt`"),
        ("quotes:\n  We left:\n    speaker: Vale\n", "quarry.yml:2: there is no quotation `We left`; "),
        ("quotes:\n  q-2:\n    speaker: Vole\n", "quarry.yml:3: there is no actor `Vole`; did you mean `Vale`"),
        ("quotes: {the: drop}", "quarry.yml:1: `the` names 2 quotations; write more of the words, or one of q-1, q-3."),
        ("quotes: {q-1: {kind: direct}}", "quarry.yml:1: the article prints `q-1` without quotation marks; write "),
        ("quotes: {All is well: {add: true}}", "the words `All is well` do not stand in the article; copy them"),
        (
            "quotes: {Brandt: {add: true}}",
            "the words `Brandt` stand in 3 places; add `paragraph: …` with one of p1, p2",
        ),
        ("issues: {dust: {paragraphs: [p9]}}", "there is no paragraph p9; the article has p1 to p4."),
        ("issues: {Water: {add: true}}", "the new issue `Water` has no paragraphs; add `paragraphs: [p3, p5-p7]`"),
        ("events: {in May: {date: 2024-02-30}}", "there is no day 2024-02-30; write 2026-03-01, 2026-03 or 2026."),
        ("bottom_line: [The town is split.]", "this sentence does not stand in the article; copy it from the article"),
        ("actors: {Vale: {kind: man}}", "`kind` cannot be `man`; write person, organization, government or group."),
        ("actors: {Vale: gone}", "`Vale` cannot be `gone`; write `drop`, or fields below it."),
        ("actors: {Vale: {}}", "`Vale` changes nothing; write one of add, name"),
        ("actors: {Vale: {roll: dean}}", "`roll` is no field here; did you mean `role`."),
        ("publishd: 2024-01-01", "quarry.yml:1: `publishd` is no field of a sidecar; did you mean `published`."),
        ("actors: [Vale]", "`actors` is not fields below it; write fields below it."),
        ("bottom_line: []", "`bottom_line` is an empty list; write something into it, or leave it out."),
        (
            "issues: {dust: {paragraphs: [three]}}",
            "the words `three` stand in no paragraph of the article; copy the first words of one",
        ),
        ("actors: {Vale: {add: yes please}}", "`add` can only be true; write `true`, or leave it out."),
    ],
)
def test_what_cannot_be_applied_is_said_with_file_line_and_what_to_do(tmp_path, sidecar, message):
    assert any(message in found for found in messages(tmp_path, sidecar)), messages(tmp_path, sidecar)


def test_all_that_cannot_be_applied_is_said_at_once(tmp_path):
    sidecar = "actors:\n  Xu: drop\n  Yu: drop\nissues:\n  salt: drop\n"
    assert [message.split(";")[0] for message in messages(tmp_path, sidecar)] == [
        "quarry.yml:2: there is no actor `Xu`",
        "quarry.yml:3: there is no actor `Yu`",
        "quarry.yml:5: there is no issue `salt`",
    ]


def test_the_published_schema_is_one_and_refuses_what_we_refuse():
    jsonschema.Draft202012Validator.check_schema(schema())
    check = jsonschema.Draft202012Validator(schema()).is_valid
    assert check(
        {"published": "2024-01-01", "actors": {"Vale": "drop", "Nell": {"role": None, "split": {"T": ["p3"]}}}}
    )
    assert check({"bottom_line": ["A.", {"text": "B.", "evidence": "p3"}], "events": {"in May": {"date": 2024}}})
    for wrong in ({"actors": {"Vale": "gone"}}, {"actors": {"Vale": {}}}, {"key": 1}, {"bottom_line": []}):
        assert not check(wrong)


def test_every_keyword_of_the_schema_is_one_that_we_check():
    known = {"$ref", "const", "enum", "type", "pattern", "minLength", "properties", "additionalProperties", "required"}
    known |= {"minProperties", "items", "minItems", "maxItems", "description", "title", "$schema", "$defs"}

    def keywords(rule: object, *, is_rule: bool = True) -> set[str]:
        if not isinstance(rule, dict):
            return set()
        found = set(rule) if is_rule else set()
        for name, value in rule.items():
            found |= keywords(value, is_rule=not (is_rule and name in ("properties", "$defs")))
        return found

    assert keywords(schema()) <= known


def test_a_line_shows_the_day_on_which_it_was_committed(tmp_path):
    import subprocess

    briefing(tmp_path, "actors:\n  Vale: drop\n")
    env = {"GIT_AUTHOR_DATE": "2024-05-02T23:30:00+0200", "GIT_COMMITTER_DATE": "2024-05-03T10:00:00+0200"}
    env |= {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True, env=env | {"PATH": "/usr/bin:/bin"})
    (tmp_path / "quarry.yml").write_text("actors:\n  Vale: drop\n  Nell Brandt: drop\n", encoding="utf-8")
    written = read_article(tmp_path / "quarry.txt").written
    assert written["actors", "Vale"].day == date(2024, 5, 2)
    assert written["actors", "Nell Brandt"].day is None


def test_what_a_later_version_finds_by_itself_may_still_be_added(tmp_path):
    sidecar = (
        "actors: {Idris Vale: {add: true, kind: person}}\n"
        "quotes: {We need the work: {add: true, speaker: Nell Brandt}}\n"
        "issues: {dust: {add: true, name: Dust, paragraphs: [p2]}}\n"
        "views: {the dust may: {add: true, credentials: null}}\n"
        "figures: {'2,000 homes': {add: true}}\n"
    )
    before, after = briefing(tmp_path, sidecar), corrected(tmp_path, sidecar)
    assert [a.id for a in after.actors] == [a.id for a in before.actors]
    assert [q.id for q in after.quotes] == [q.id for q in before.quotes]
    assert [i.id for i in after.issues] == [i.id for i in before.issues]
    assert [v.id for v in after.views] == ["v-1"]
    assert [f.words for f in after.figures] == ["2,000 homes", "3 March"]
    assert after.actor_by_id["a-v"].kind == "person"
    assert after.quote_by_id["q-2"].speaker == "a-b"
