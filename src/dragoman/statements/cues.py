"""Cues: where a reading reports speech or attitude, by verbs, nouns, adjectives and phrases."""

from __future__ import annotations

from collections.abc import Container, Iterator

from dragoman.article import Zone
from dragoman.language import Reading, Sentence, Token
from dragoman.records import Act
from dragoman.statements.addressees import addressee_of
from dragoman.statements.begun import is_begun
from dragoman.statements.bounds import pieces_of, without_afterthought, without_grounds
from dragoman.statements.contents import content_of
from dragoman.statements.draft import Content, Draft
from dragoman.statements.drawn import drawn_judgement
from dragoman.statements.lexicon import CueFrame, Lexicon
from dragoman.statements.quotes import Quote
from dragoman.statements.refusals import refusal
from dragoman.statements.sources import noun_source, source_of
from dragoman.statements.strays import is_finite
from dragoman.statements.surface import apposed_report, rest_of_sentence, speaker_before, speaker_behind

CODED_ZONES = frozenset({Zone.BODY, Zone.CAPTION})
_ASKING = frozenset({"ask", "question", "press"})
_COPULAS = frozenset({"be", "become", "remain"})
_LIGHT_FIRST = frozenset("repeat reiterate restate underline underscore show reject state signal".split())


def find_cues(reading: Reading, lexicon: Lexicon, quotes: list[Quote]) -> Iterator[Draft]:
    """Attributions by words that report; their contents hold no quotation beside the syntax yet.

    Args:
        reading: the reading. lexicon: the cues. quotes: the quotations of its article.
    """
    for sentence in reading.sentences:
        if sentence.zone in CODED_ZONES:
            for token in reading.sentence_tokens(sentence):
                draft = _draft(token, sentence, reading, lexicon)
                if draft is not None:
                    _mend_source(draft, reading, quotes)
                    yield draft


def _draft(token: Token, sentence: Sentence, reading: Reading, lexicon: Lexicon) -> Draft | None:
    if token.lower == "according":
        return _according(token, sentence, reading)
    if token.tag[:2] == "VB" or (token.tag[:2] == "NN" and _mistagged(token)):
        return _verb(token, reading, lexicon)
    if token.tag[:2] == "NN":
        return _noun(token, reading, lexicon)
    if token.pos == "ADJ":
        return _adjective(token, reading, lexicon)
    return None


def _mistagged(token: Token) -> bool:
    """Whether a noun by its tag governs like a verb ("the group pledges to …")."""
    return (
        token.dep in ("ccomp", "ROOT", "conj", "advcl", "relcl")
        and token.child("nsubj") is not None
        and (token.child("ccomp", "xcomp", "dobj") is not None)
    )


def _verb(verb: Token, reading: Reading, lexicon: Lexicon) -> Draft | None:
    refused = refusal(verb, reading, lexicon)
    if refused is not None:
        return refused
    felt = verb.lemma not in lexicon.verbs or verb.dep == "acomp" or _is_feeling(verb)
    if verb.lower in lexicon.adjectives and verb.tag == "VBN" and felt:
        return _adjective(verb, reading, lexicon)
    frames = lexicon.verbs.get(_verb_lemma(verb, lexicon.verbs))
    if verb.dep == "conj" and verb.head.child("preconj") is not None and refusal(verb.head, reading, lexicon):
        return None
    if frames is None or not _reports(verb) or (is_passive(verb) and verb.child("agent") is None):
        return None
    frame, content = _first_content(verb, frames, reading)
    if content is None and not any("quote" in f.takes for f in frames):
        return None
    source = source_of(verb)
    if content is not None and source is not None and content.root is source:
        return None
    content = content or Content([], "quote")
    told = content.addressee or addressee_of(verb, frame)
    if told is not content.root:
        content.addressee = told
    return Draft(
        cue=verb,
        cue_tokens=verb_group(verb),
        source=source,
        content=content,
        act=frame.act,
        rule=f"verb:{verb.lemma}+{content.kind}",
        negated=_negated(verb),
        recorded=frame.recorded,
    )


def _is_feeling(verb: Token) -> bool:
    """Whether a passive by nobody tells what its subject feels ("is opposed to the plan")."""
    by_nobody = verb.child("auxpass") is not None and verb.child("agent", "xcomp") is None
    return by_nobody and any(p.index == verb.index + 1 for p in verb.all("prep"))


def _mend_source(draft: Draft, reading: Reading, quotes: list[Quote]) -> None:
    """Give a verb of speech the speaker that the tree lost, or set beyond a quotation."""
    verb = draft.cue
    if verb is None or verb.tag not in ("VBD", "VBZ", "VBP") or not draft.rule.startswith("verb:"):
        return
    behind = speaker_behind(verb, reading, quotes)
    if not draft.content.pieces and verb.lemma == "say" and (apposed := apposed_report(verb, reading)):
        draft.source = apposed[0]
        draft.content, draft.rule = Content(pieces_of(apposed[1], verb, reading), "clause"), "verb:say+clause"
    elif behind is not None:
        draft.source = behind
    elif draft.source is None or _is_beyond(draft.source, verb, quotes):
        draft.source = speaker_before(verb, reading) or _outside(draft.source, verb, quotes)
        if draft.source is not None and draft.holds(draft.source.start):
            tokens = without_afterthought(rest_of_sentence(verb, reading))
            draft.content = Content(pieces_of(tokens, verb, reading), "clause")


def _is_beyond(source: Token, verb: Token, quotes: list[Quote]) -> bool:
    """Whether a source stands in a quotation that the cue is not in."""
    return any(q.start <= source.start < q.end and not q.start <= verb.start < q.end for q in quotes)


def _outside(source: Token | None, verb: Token, quotes: list[Quote]) -> Token | None:
    """The apposition outside of a source within a quotation ("“… our sources,” an aide said")."""
    beside = source.child("appos") if source is not None else None
    if source is None or beside is None or not _is_beyond(source, verb, quotes):
        return source
    return source if _is_beyond(beside, verb, quotes) else beside


def _verb_lemma(verb: Token, verbs: Container[str]) -> str:
    if verb.lemma == "look" and any(c.lower == "forward" for c in verb.children):
        return "look_forward"
    joined = next((f"{verb.lemma}_{c.lower}" for c in verb.all("prt")), "")  # "play down", "single out"
    return joined if joined in verbs else verb.lemma


def _reports(verb: Token) -> bool:
    """Whether the verb reports at all: infinitives, modal verbs and modifiers do not."""
    if verb.dep in ("amod", "compound", "aux", "auxpass") or verb.head.lemma == "let":
        return False
    if _is_no_report(verb):
        return False
    bare = verb.tag == "VB" and verb.child("aux") is None
    if bare and verb.dep in ("parataxis", "conj") and not _has_subject(verb):
        return False
    if _is_asked(verb):
        return False
    only = any(c.lower == "only" for c in verb.all("advmod"))  # "would only say that …"
    begun = is_begun(verb)
    return not any((c.tag == "TO" and not begun) or (c.tag == "MD" and not only) for c in verb.all("aux"))


def _has_subject(verb: Token) -> bool:
    """Whether a bare form has its subject, that of an inserted clause next to it ("ships, aides say, left").

    In "the guard — say, a clerk — left" it has none.
    """
    subject = verb.child("nsubj")
    if subject is None or verb.dep != "parataxis":
        return subject is not None
    last = subject.subtree()[-1]
    return last.pos != "PUNCT" and last.index == verb.index - 1


def _is_no_report(verb: Token) -> bool:
    """Whether a verb only looks like a report.

    "That made Peru prefer restraint"; "Read more"; "especially considering Peru began it".
    """
    made = verb.tag == "VB" and verb.head.lemma == "make" and verb.dep == "ccomp"
    teaser = verb.lemma == "read" and any(
        c.lower == "more" and c.index == verb.index + 1 for c in verb.children
    )
    given = verb.lower == "considering" and verb.dep in ("advcl", "prep") and verb.child("ccomp") is not None
    return made or teaser or given


def _is_asked(verb: Token) -> bool:
    """Whether a verb opens its sentence as "Asked whether …", which the parser takes for a past tense."""
    return (
        verb.lemma in _ASKING
        and verb.text[:1].isupper()
        and verb.child("nsubj", "dobj") is None
        and verb.head is not verb
    )


def is_passive(verb: Token) -> bool:
    """Whether a verb is a passive, with its auxiliary or without ("when asked …")."""
    if verb.tag == "VBD" and verb.dep == "acl" and verb.child("nsubj", "mark") is None:
        return True  # "a ship called the Tide": no clause of its own, whatever its tag
    if verb.tag != "VBN" or _names_in_whole(verb):
        return False
    if verb.child("auxpass") is not None:
        return True
    return verb.child("nsubj") is None and not any(c.lemma in ("have", "'ve", "'d") for c in verb.all("aux"))


def _names_in_whole(verb: Token) -> bool:
    """Whether a seeming participle is the verb of a sentence: it has what is named, and a name for it.

    In "The envoy called Peru's raid a mistake" the parser may take the speaker for all there is.
    """
    return verb.dep == "acl" and verb.head.dep == "ROOT" and len(verb.all("oprd")) > 1


def _first_content(
    cue: Token, frames: tuple[CueFrame, ...], reading: Reading
) -> tuple[CueFrame, Content | None]:
    for frame in frames:
        content = content_of(cue, frame, reading)
        if content is not None:
            return frame, content
    return next((f for f in frames if "quote" in f.takes), frames[0]), None


def _negated(verb: Token) -> bool:
    nor = any(c.lower == "nor" and c.index < verb.index for c in verb.all("cc", "preconj", "advmod"))
    return verb.child("neg") is not None or (nor and any(a.lower == "did" for a in verb.all("aux")))


def verb_group(verb: Token) -> list[Token]:
    """A verb with its auxiliaries, negation and particle, and what begins it ("went on to say"), in order."""
    helpers = verb.all("aux", "auxpass", "neg", "prt")
    above = verb_group(verb.head) if is_begun(verb) else []
    return sorted([*above, verb, *helpers], key=lambda t: t.index)


def _noun(noun: Token, reading: Reading, lexicon: Lexicon) -> Draft | None:
    frames = lexicon.nouns.get(noun.lemma)
    if frames is None or any(c.lower == "no" for c in noun.all("det")):
        return None
    frame, content = _first_content(noun, frames, reading)
    if content is None:
        return drawn_judgement(noun, frame, reading, lexicon)
    if frame.stance_of_people:
        return _partisan(noun, frame, content)
    source = noun_source(noun, lexicon.light_verbs) or _adjectival_source(noun)
    if source is None:
        return None
    light = noun.head if noun.dep == "dobj" and noun.head.lemma in lexicon.light_verbs else None
    if light is not None and light.lemma in lexicon.verbs and light.lemma not in _LIGHT_FIRST:
        return None
    cue = sorted([*(verb_group(light) if light else []), noun], key=lambda t: t.index)
    return Draft(
        noun, cue, source, content, frame.act, f"noun:{noun.lemma}+{content.kind}",
        recorded=frame.recorded and (not _is_ahead(light) if light is not None else not frame.voiced),
    )  # fmt: skip


def _partisan(noun: Token, frame: CueFrame, content: Content) -> Draft | None:
    """What somebody is told to be for or against ("is a critic of the deal", "was among its opponents")."""
    predicate = {"of": noun.head.head, "among": noun.head}.get(noun.head.lower, noun)
    counted = predicate is noun or predicate.lower in ("one", "among")
    copula = predicate.head
    if predicate.dep not in ("attr", "prep") or copula.lemma not in _COPULAS or not counted:
        return None
    may = any(a.tag == "MD" for a in copula.all("aux"))
    source = source_of(copula) if is_finite(copula) and not may else None
    if source is None:
        return None
    cue = [*verb_group(copula), noun]
    return Draft(noun, cue, source, content, frame.act, f"noun:{noun.lemma}+{content.kind}", _negated(copula))


def _is_ahead(light: Token) -> bool:
    """Whether a verb only tells what is to be voiced ("plans to issue a warning")."""
    return any(c.tag in ("TO", "MD") for c in light.all("aux"))


def _adjectival_source(noun: Token) -> Token | None:
    """The nation before a noun of speech ("U.S. assertions that …")."""
    return next((c for c in noun.all("amod", "compound", "nmod") if c.entity in ("NORP", "GPE", "ORG")), None)


def _adjective(adjective: Token, reading: Reading, lexicon: Lexicon) -> Draft | None:
    frames = lexicon.adjectives.get(adjective.lower)
    if frames is None:
        return None
    subject = adjective.child("nsubj", "nsubjpass")
    own_clause = subject is not None
    if subject is not None and adjective.dep == "pcomp" and adjective.head.lower == "with":
        return _absolute(adjective, subject, frames, reading)
    if adjective.tag == "VBN" and adjective.child("dobj") is not None:
        return None  # "has angered its friends by leaving"
    predicative = (adjective.tag != "VBN" and not own_clause) or adjective.dep == "acomp"
    copula = adjective.head if predicative else adjective
    if predicative and (adjective.dep not in ("acomp", "oprd") or copula.pos not in ("AUX", "VERB")):
        return None
    if any(c.tag == "TO" for c in copula.children) or not is_finite(copula):
        return None
    frame, content = _first_content(adjective, frames, reading)
    if content is None and copula is not adjective:
        frame, content = _first_content(copula, frames, reading)
    if content is None:
        return None
    source = None if adjective.child("agent") is not None else source_of(copula)
    source = source or copula.child("nsubjpass")
    cue = sorted({t.index: t for t in [*verb_group(copula), adjective]}.values(), key=lambda t: t.index)
    return Draft(
        adjective, cue, source, content, frame.act, f"adjective:{adjective.lower}+{content.kind}",
        negated=_negated(copula),
    )  # fmt: skip


def _absolute(
    adjective: Token, subject: Token, frames: tuple[CueFrame, ...], reading: Reading
) -> Draft | None:
    """An attitude that "with" joins to a sentence ("talks go on, with Oslo keen to keep the port")."""
    frame, content = _first_content(adjective, frames, reading)
    if content is None:
        return None
    rule = f"adjective:{adjective.lower}+{content.kind}"
    return Draft(adjective, [adjective], subject, content, frame.act, rule)


def _according(word: Token, sentence: Sentence, reading: Reading) -> Draft | None:
    to = word.child("prep") or next((c for c in word.children if c.lower == "to"), None)
    source = to.child("pobj") if to is not None else None
    if to is None or source is None:
        return None
    phrase = {t.index for t in word.subtree()} - {t.index for t in _subject_in(source, word)}
    phrase |= {t.index for t in _relative_of(source, reading)}
    tokens = [t for t in reading.sentence_tokens(sentence) if t.index not in phrase]
    mark = word.head.child("mark") if word.head.dep == "ccomp" else None
    if mark is not None and mark.lower == "that" and 0 < min(phrase) - mark.index < 3:
        tokens = [t for t in word.head.subtree() if t.index > max(phrase)]  # "reported that, according to …"
    elif word.head.dep == "relcl" and word.head.subtree()[0].index < min(phrase) < word.head.index + 3:
        tokens = [t for t in word.head.subtree() if t.index > max(phrase)]  # "which, according to …, is"
    elif (
        word.head.dep == "ccomp"
        and word.head.head.lemma == "report"
        and word.head.head.index < word.head.index
    ):
        tokens = [t for t in word.head.subtree() if t.index not in phrase and t is not mark]
    if not _is_closed_by(phrase, tokens):
        tokens = without_afterthought(tokens)
    tokens = without_grounds(tokens, max(phrase))
    pieces = pieces_of(tokens, word, reading)
    if not pieces:
        return None
    root = word.head if word.head is not word else None
    return Draft(word, [word, to], source, Content(pieces, "clause", root), Act.INFORM, "phrase:according to")


def _is_closed_by(phrase: set[int], tokens: list[Token]) -> bool:
    """Whether the phrase of a source ends its sentence: all that stands before it is the source's."""
    return not any(t.index > min(phrase) and t.pos not in ("PUNCT", "SPACE") for t in tokens)


def _relative_of(source: Token, reading: Reading) -> list[Token]:
    """A relative clause without pronoun on a source that the parser hung on the sentence's verb.

    In "according to figures the agency released", "released" has no object of its own.
    """
    last = source.subtree()[-1].index
    subject = next((t for t in reading.tokens[last + 1 : last + 5] if t.dep == "nsubj"), None)
    if subject is None or subject.subtree()[0].index != last + 1:
        return []
    verb = subject.head
    whole = verb.dep == "ROOT" or verb.child("dobj", "mark", "ccomp", "xcomp", "acomp", "attr") is not None
    if whole or verb.pos != "VERB" or not is_finite(verb) or verb.index < subject.index:
        return []
    return [t for t in verb.subtree() if t.index > last]


def _subject_in(source: Token, word: Token) -> list[Token]:
    """The sentence's subject that the tree took for an apposition ("According to Oslo, ships have left")."""
    verb = word.head
    beside = source.child("appos")
    if beside is None or not is_finite(verb) or beside.index > verb.index:
        return []
    return beside.subtree() if verb.child("nsubj", "nsubjpass", "expl", "csubj") is None else []
