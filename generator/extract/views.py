"""A text with actors, quotes and issues in, the experts' views out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from generator import lexicon
from generator.extract.view.credentials import body_credentials, group_credentials, person_credentials
from generator.extract.view.expertise import (
    expert_noun,
    expertise,
    is_firm,
    is_judging_firm,
    is_research_body,
    is_research_name,
)
from generator.model import Actor, Issue, Quote, Span, Text, View
from generator.model.ids import stable_id

# "all agreed" means the experts of at most so many sentences before.
NEAR = 3
# Those more salient than this are figures of the story and not called on to comment, unless a body of research
# speaks for them. Chosen by eye on news prose: candidates and interviewees reach .5, commentators stay below .3.
COMMENTING = {"former": 0.4, "plain": 0.6}
# Reported content shorter than this in tokens is a name or a topic, not a judgement.
SHORTEST = 3
# The same where the attribution itself is doubtful ("warned against reading more into it").
SURE = 6


def find_views(
    text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...], issues: tuple[Issue, ...]
) -> tuple[View, ...]:
    """Views in reading order: whatever an expert is quoted or reported as judging.

    Experts are known by what the article says of them, anywhere in it. Officials, parties, companies and the press
    are none; nor is an expert who speaks for one of them.
    """
    experts = _Experts(text, actors, quotes)
    filed = _filed(text, issues)
    taken: set[str] = set()
    found = []
    for quote in quotes:
        holder = experts.holder(quote)
        if holder is None or not _is_judgement(text, quote, holder):
            continue
        found.append(
            View(
                id=stable_id("v", " ".join(span.of(text.string) for span in quote.spans), taken),
                quote=quote.id,
                holder=holder.actor,
                holder_words=holder.words,
                credentials=holder.credentials.of(text.string) if holder.credentials else None,
                credentials_span=holder.credentials,
                hedges=_hedges(text, quote),
                issues=_issues(text, quote, issues, filed),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Holder:
    actor: str | None
    words: str
    credentials: Span | None


class _Experts:
    """Who in the article speaks as an expert."""

    def __init__(self, text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...]):
        self._text = text
        self._actors = {actor.id: actor for actor in actors}
        self._sources: dict[str, list[Span]] = defaultdict(list)
        for quote in quotes:
            if quote.speaker is not None and quote.source is not None:
                self._sources[quote.speaker].append(quote.source)
        self._known: dict[str, _Holder | None] = {}
        nouns = lexicon.words("expert_plurals")
        self._groups = [t for t, word in enumerate(text.words) if text.tags[t] == "NNS" and word.lower() in nouns]

    def holder(self, quote: Quote) -> _Holder | None:
        """The expert who holds what is quoted; None for anybody else."""
        actor = self._actors.get(quote.speaker or "")
        if actor is None or actor.kind == "group":
            return self._unnamed(quote)
        if actor.kind == "organization":
            if not is_research_body((actor.name, *actor.aliases), _cue(self._text, quote)) and not is_firm(
                (actor.role or "").lower().replace("-", " ").split()
            ):
                return None
            return _Holder(actor.id, actor.name, body_credentials(self._text, actor))
        if actor.kind != "person":
            return None
        if actor.id not in self._known:
            self._known[actor.id] = self._person(actor)
        return self._known[actor.id]

    def _person(self, actor: Actor) -> _Holder | None:
        sources = self._sources[actor.id]
        credentials = person_credentials(self._text, actor, sources)
        kind = expertise(self._described(actor, credentials))
        if not kind:
            whole = person_credentials(self._text, actor, sources, is_whole=True)
            kind = expertise(self._described(actor, whole)) if whole != credentials else ""
            credentials = whole if kind else credentials
        affiliation = (actor.affiliation or "").lower().split()
        if not kind and actor.role is None and (is_research_name(affiliation) or is_judging_firm(affiliation)):
            # "Teresa Vilca of the National Institute of Geology": nothing else is said of her.
            kind = "expert"
        if not kind or actor.salience > COMMENTING.get(kind, 1.0):
            return None
        return _Holder(actor.id, actor.name, credentials)

    def _described(self, actor: Actor, credentials: Span | None) -> list[str]:
        spans = [span for span in (actor.role_span, credentials) if span is not None]
        words = [self._text.words[token].lower() for span in spans for token in self._text.tokens_in(span)]
        return words + (actor.affiliation or "").lower().split()

    def _unnamed(self, quote: Quote) -> _Holder | None:
        """ "analysts", "a study", and "all" where experts were named just before."""
        text = self._text
        if quote.source is None:
            return None
        tokens = text.tokens_in(quote.source)
        if not tokens:
            return None
        noun = expert_noun(text, tokens, _cue(text, quote))
        if noun is not None:
            phrase = list(tokens)
            if any(text.tags[token][:1] == "V" for token in tokens if token < noun):
                phrase = [noun]
            return _Holder(None, text.span(phrase[0], phrase[-1] + 1).of(text.string), group_credentials(text, phrase))
        if text.words[tokens[0]].lower() in lexicon.words("group_pronouns") and len(tokens) <= 2:
            before = bisect_left(self._groups, tokens[0]) - 1
            if before >= 0 and text.sentence_of[tokens[0]] - text.sentence_of[self._groups[before]] <= NEAR:
                group = self._groups[before]
                return _Holder(None, text.words[group], None)
        return None


def _is_judgement(text: Text, quote: Quote, holder: _Holder) -> bool:
    """Whether something is said about the world; what was announced, promised or asked is no view of it, nor is what
    the speaker did or saw."""
    tokens = text.tokens_in(quote.spans[0])
    if (
        quote.kind == "indirect"
        and len(quote.spans) == 1
        and len(tokens) < (SURE if quote.confidence < 0.5 else SHORTEST)
    ):
        return False
    if quote.kind != "direct" and holder.actor is not None and tokens:
        subject = tokens[1] if text.words[tokens[0]].lower() == "that" and len(tokens) > 1 else tokens[0]
        verb = text.heads[subject]
        if text.words[subject].lower() in ("he", "she") and text.lemmas[verb] not in lexicon.words("belief_verbs"):
            return False
    return _cue(text, quote) not in lexicon.words("unjudging_cues")


def _cue(text: Text, quote: Quote) -> str:
    """The base form of the reporting word; empty where there is none."""
    tokens = text.tokens_in(quote.cue) if quote.cue else None
    verbs = [token for token in tokens or () if text.tags[token][0] == "V"]
    return text.lemmas[verbs[-1] if verbs else tokens[0]] if tokens else ""


def _hedges(text: Text, quote: Quote) -> tuple[Span, ...]:
    hedges = lexicon.words("hedge_words")
    return tuple(
        text.span(token, token + 1)
        for span in quote.spans
        for token in text.tokens_in(span)
        if text.words[token].lower() in hedges
    )


def _filed(text: Text, issues: tuple[Issue, ...]) -> dict[str, list[str]]:
    """The issues of each paragraph, by paragraph id."""
    filed: dict[str, list[str]] = defaultdict(list)
    for issue in issues:
        for paragraph in issue.paragraphs:
            filed[paragraph].append(issue.id)
    return filed


def _issues(text: Text, quote: Quote, issues: tuple[Issue, ...], filed: dict[str, list[str]]) -> tuple[str, ...]:
    """Those that list the quote first, then those that its paragraph is filed under."""
    listed = [issue.id for issue in issues if quote.id in issue.quotes]
    tokens = text.tokens_in(quote.spans[0])
    number = text.paragraph_of[tokens[0]] if tokens else -1
    beside = filed[text.article.paragraphs[number].id] if number >= 0 else []
    return tuple(dict.fromkeys([*listed, *beside]))
