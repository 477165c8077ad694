"""Quotation cards and statements: words verbatim, marks only where the article has them, labels in words."""

from __future__ import annotations

from dataclasses import replace

from sample_briefing import at, sample_briefing

from generator.model import Edit, Span
from generator.render.cards import printed, quote_cards, role_in_words, statement
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.places import places_of


def dossier(**options):
    briefing = sample_briefing(**options)
    return Dossier(briefing, places_of(briefing, root=""))


def card(identifier):
    return quote_cards(dossier())[identifier]


def test_a_direct_quotation_has_a_part_for_each_stretch_and_gets_marks():
    assert card("q-000001").parts == ("We have opened a door,", "Nobody has walked through it yet.")
    assert card("q-000001").has_marks


def test_a_mixed_quotation_shows_the_articles_own_marks_in_pairs():
    assert card("q-000002").parts == ("that the islands were “not on any table.”",)
    assert not card("q-000002").has_marks
    assert card("q-000002").label == "quoted in part"


def test_a_paraphrase_never_gets_quotation_marks():
    assert card("q-000003").label == "reported"
    assert not card("q-000003").has_marks


def test_a_speaker_behind_a_pronoun_is_marked_as_resolved():
    assert card("q-000003").is_resolved
    assert not card("q-000002").is_resolved


def test_an_unnamed_speaker_is_called_as_printed():
    assert card("q-000004").heading == "Analysts"
    assert card("q-000004").speaker is None


def test_a_pronoun_is_no_name():
    found = quote_cards(dossier())["q-000003"]
    assert (
        type(found)(**{f: getattr(found, f) for f in found.__slots__} | {"speaker": None}).heading
        == "Speaker not named"
    )


def test_a_card_names_the_issues_that_hold_it():
    assert [link.name for link in card("q-000004").issues] == ["fishing rights"]


def test_a_line_within_a_reported_statement_is_somebodys():
    line = statement(dossier(), (at("that its members would refuse to load Estmark's trawlers"),))
    assert line.label == "reported"
    assert line.speaker.name == "Harbor Workers' Union"


def test_a_line_outside_of_every_statement_is_the_articles():
    assert statement(dossier(), (at("The catch in the strait has fallen"),)).label == "article"


def test_a_sentence_that_ends_with_who_says_so_is_reported():
    line = statement(
        dossier(),
        (at("Analysts say the protocol could collapse if the quarrel over fishing is not settled by autumn."),),
    )
    assert (line.label, line.speaker, line.source) == ("reported", None, "")


def test_a_sentence_of_direct_speech_stands_in_quotation_marks():
    line = statement(dossier(), (at("“It may hold through the summer.”"),))
    assert (line.text, line.label) == ("“It may hold through the summer.”", "quoted")


def test_a_stretch_of_direct_speech_stands_in_quotation_marks_too():
    line = statement(dossier(), (at("names nothing that hurts"),))
    assert (line.text, line.label) == ("… “names nothing that hurts” …", "quoted")


def test_a_sentence_with_direct_speech_in_it_is_quoted_in_part():
    line = statement(dossier(), (Span(at("“We have opened").start, at("Ms. Maran said.").end),))
    assert (line.text, line.label) == ("“We have opened a door,” Ms. Maran said.", "quoted in part")


def test_a_line_that_opens_with_a_pronoun_says_whom_it_means():
    line = statement(dossier(), (at("He urged Estmark"),))
    assert (line.opener, line.meant.name) == ("He", "Tomas Rehn")


def test_a_line_of_a_speaker_behind_a_pronoun_says_that_nobody_is_named():
    briefing = sample_briefing()
    nobody = replace(briefing.quotes[2], speaker=None)
    actors = tuple(replace(actor, mentions=()) for actor in briefing.actors)
    made = Dossier(replace(briefing, quotes=(nobody,), actors=actors), places_of(briefing, root=""))
    line = statement(made, (at("He urged Estmark to withdraw its patrol boats."),))
    assert (line.label, line.speaker, line.source, line.meant) == ("reported", None, "speaker not named", None)


def test_words_left_out_of_a_sentence_are_marked():
    assert (
        printed(dossier(), (at("Ilse Maran, will visit Norland in May"),))
        == "… Ilse Maran, will visit Norland in May …"
    )
    assert printed(dossier(), (at("Port Hale has yet to answer the union"),)) == "Port Hale has yet to answer the union"


def test_a_correction_that_names_a_finding_shows_as_edited():
    found = quote_cards(dossier(edits=(Edit(("q-000002",), "Quotation: speaker Rehn"),)))
    assert found["q-000002"].edit == EditMark(None, "Quotation: speaker Rehn", found["q-000002"].edit.href)
    assert found["q-000001"].edit is None


def test_an_affiliation_that_the_role_names_is_not_said_twice():
    assert role_in_words("dean at Halden College", "Halden College") == "dean at Halden College"
    assert role_in_words("dean", "Halden College") == "dean, Halden College"
    assert role_in_words(None, None) == ""


def words(found):
    return "".join(" " * piece.space_before + piece.words for piece in found.pieces)


def test_a_reported_statement_stands_within_the_words_that_tell_who_says_it():
    assert words(card("q-000003")) == "He urged Estmark to withdraw its patrol boats"
    assert [piece.is_frame for piece in card("q-000003").pieces] == [True, True, False]
    assert card("q-000003").printed == ""


def test_few_words_between_who_says_it_and_what_is_said_stay():
    assert words(card("q-000002")) == "President Tomas Rehn told parliament that the islands were “not on any table.”"


def test_who_says_a_quotation_is_printed_in_the_articles_order():
    assert card("q-000001").printed == "Ms. Maran said"
    assert card("q-000005").printed == "said Daria Venn"


def test_a_statement_of_another_sentence_than_its_source_keeps_the_source_apart():
    briefing = sample_briefing()
    far = replace(briefing.quotes[2], source=at("President Tomas Rehn"), cue=at("told"))
    made = Dossier(replace(briefing, quotes=(far,)), places_of(briefing, root=""))
    found = quote_cards(made)["q-000003"]
    assert (words(found), found.printed) == (
        "Estmark to withdraw its patrol boats",
        "President Tomas Rehn told",
    )


def test_a_statement_that_breaks_off_says_so_before_who_says_it():
    briefing = sample_briefing(rights=None)
    late = replace(briefing.quotes[3], spans=(at("Mr. Rehn plans to address"),), source=at("Halden", 2), cue=None)
    made = Dossier(replace(briefing, quotes=(late,)), places_of(briefing, root=""), 0.0)
    found = quote_cards(made)["q-000004"]
    assert found.is_cut
    assert words(found) == "Mr. Rehn plans … Halden"
