"""Assertion: whether a text says that an attributed speech act or attitude has taken place at all."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.records import Act
from dragoman.statements.animacy import is_animate
from dragoman.statements.draft import Draft
from dragoman.statements.inferred import is_inferred
from dragoman.statements.lexicon import lexicon
from dragoman.statements.senses import is_other_sense

_CONDITIONS = frozenset({"if", "unless"})
_QUESTIONS = frozenset({"if", "whether"})
_POSSIBLE = frozenset("may might can could".split())
_CHANCES = frozenset("chance possibility prospect likelihood risk scenario odds".split())
_EVIDENCE = frozenset("sign indication evidence hint proof guarantee suggestion".split())
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_SINGULAR = frozenset({"NN", "NNP"})
_PERSONS = frozenset({"he", "she", "it"})
_WISHED = frozenset("need want seek require deserve find elect choose look like prefer".split())
_INDEFINITE = frozenset({"a", "an", "any", "another", "no"})
_AVOIDED = frozenset("refrain avoid stop keep abstain prevent bar ban shy".split())
_GROUNDS = frozenset({"for", "over", "by"})
_STEPS = frozenset({"before", "after", "in", "by", "upon", "on"})
_WEIGHED = frozenset("consider contemplate mull weigh discuss ponder envision envisage".split())
_BOUND = frozenset("contingent conditional dependent".split())
_UNTRUE = frozenset({"untrue", "false", "wrong", "fictitious"})
_IMPRESSIONS = frozenset({"appear", "seem", "look", "sound"})
_PERHAPS = frozenset({"maybe", "perhaps", "presumably"})
_SHARES = frozenset({"percent", "%", "poll", "survey"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_TELLING = frozenset({"say", "tell", "specify", "allege"})
_TRACES = frozenset(
    """data record transcript text screenshot message communication file log document evidence result polling
    """.split()
)
_ANYBODY = frozenset({"someone", "somebody", "anyone", "anybody", "whoever"})
_ANY = _ANYBODY | {"those", "everyone", "everybody"}
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_NEEDED = frozenset("crucial vital essential imperative important necessary critical".split())
_MENTIONING = frozenset({"cite", "note", "mention"})
_NAMING = frozenset({"name", "identify", "quote"})
_KNOWING = frozenset("understand know realise realize grasp sure certain aware".split())
_REPLIES = frozenset(
    "response reply answer comment remark apology condolence explanation reason guidance detail".split()
)
_STRONG_GAPS = frozenset({Act.DENY, Act.CRITICISE, Act.FEAR, Act.PLEDGE, Act.THREATEN})


def is_asserted(draft: Draft) -> bool:
    """Whether a text asserts that the source of a draft did speak or hold an attitude.

    A condition ("if Peru backs the deal"), an embedded question ("will assess whether Peru is willing to …"),
    a mandate ("the law requires that a governor request …") and a description of somebody who is yet to be
    found ("we need an envoy who sees …") assert nothing, nor does what somebody avoids ("refrained from
    mentioning …"), looks like to a reporter ("appears ready to …", "clearly wants to …"), is said not to know
    ("does not understand that …") or is wondered ("did Peru agree to …?", "it may be that Peru fears …"), nor
    what nobody says.
    """
    cue = draft.cue
    if cue is None:
        return True
    if any(c.lower in _HARDLY for c in cue.all("advmod", "neg")):
        return False
    if draft.lifted:
        return not _is_of_nobody(draft)
    unreal = _is_supposed(cue) or _is_mandated(cue) or _is_avoided(cue) or _is_wondered(cue)
    unreal = unreal or _is_prospect(cue) or _is_denied(cue) or _is_worthwhile(cue)
    unreal = unreal or _is_awaited(cue) or _is_untrue(cue) or _is_any(cue) or _is_weighed(cue)
    unreal = unreal or is_inferred(cue) or _is_asked(cue)
    if _describes_class(draft):
        return False
    return not (unreal or _is_of_nobody(draft) or _is_of_nobody_yet(draft) or _is_ignorance(draft))


def is_possible(cue: Token) -> bool:
    """Whether a cue says what somebody may do or feel ("lawmakers may back the deal", "will be glad")."""
    if cue.pos == "ADJ" and cue.dep in ("acomp", "oprd"):
        return any(a.tag == "MD" and a.lower != "would" for a in cue.head.all("aux"))
    return any(a.text in _POSSIBLE for a in cue.all("aux"))


def is_share(source: Token) -> bool:
    """Whether a source is a poll or a share of those polled ("forty percent", "four in ten voters")."""
    ratio = (t for n in source.all("nummod") for t in n.subtree())
    return source.lemma in _SHARES or any(t.lower == "in" for t in ratio)


def is_undone(draft: Draft) -> bool:
    """Whether a cue only tells what was not done with words ("did not offer aid", "had not asked for it").

    Who does not want or believe something holds an attitude all the same, and who will not do it refuses.
    """
    cue = draft.cue
    if not draft.negated or cue is None or cue.pos != "VERB" or any(a.tag == "MD" for a in cue.all("aux")):
        return False
    sought = draft.act in (Act.PLEDGE, Act.REQUEST) and cue.lemma != "seek"
    return sought or cue.lemma in _TELLING


def is_trace(draft: Draft) -> bool:
    """Whether a source is writing or data that only show something to the reporter ("records suggest …")."""
    cue, source = draft.cue, draft.source
    shown = cue is not None and cue.lemma in lexicon().evidence_verbs
    return shown and source is not None and source.lemma in _TRACES


def holds_matter(draft: Draft) -> bool:
    """Whether the content of a draft is something that can be said, promised, wished or judged.

    People are judged, not told ("she echoes many experts"), and a reply that is offered is given, not
    promised. A noun that a relative clause describes ("the delay that she had sought") is the matter of the
    clause around it. A source that asks for anonymity has said nothing on the matter.
    """
    cue, root = draft.cue, draft.content.root
    if cue is None or root is None:
        return True
    if is_other_sense(draft) or _asks_for_anonymity(cue, root):
        return False
    if (
        root.tag in ("WP", "WDT")
        and len(draft.content.pieces) == 1
        and draft.end - draft.start <= len(root.text)
    ):
        return False
    if draft.content.kind != "object":
        return True
    if (draft.act is Act.INFORM or cue.lemma == "ask") and is_animate(root):
        return False
    if cue.lemma == "offer" and (root.lemma in _REPLIES or any(c.lower == "no" for c in root.all("det"))):
        return False
    relative = any(c.tag in ("WDT", "IN") for c in cue.all("dobj"))
    described = cue.dep == "relcl" or (cue.dep == "acl" and (relative or cue.lemma in _MENTIONING))
    if root is not cue.head or not described:
        return True
    return draft.act in _STRONG_GAPS and root.child("amod", "compound", "det", "poss", "prep") is not None


def _asks_for_anonymity(cue: Token, root: Token) -> bool:
    """Whether a source asks for its name to be kept back ("asked not to be named", "requested anonymity")."""
    unnamed = root.lemma in _NAMING and root.tag == "VBN" and root.child("auxpass") is not None
    return root.lemma == "anonymity" or (
        unnamed and (root.child("neg") is not None or cue.child("neg") is not None)
    )


def _describes_class(draft: Draft) -> bool:
    """Whether a cue only tells which people are meant ("clerks seeking leave", "voters who oppose the port").

    The people are named by a bare plural, no comma parts the clause from them, and it tells an attitude; or
    they are anybody ("all those who say …", "anyone who said …").
    """
    cue, source = draft.cue, draft.source
    if cue is not None and _describes_anybody(_clause_of(cue)):
        return True
    if cue is None or source is None or draft.act is Act.INFORM or source.tag != "NNS":
        return False
    if cue.dep not in ("acl", "relcl") or cue.head is not source or source.dep in ("nsubj", "nsubjpass"):
        return False
    if source.dep == "pobj" and source.head.lower == "among":
        return False  # "he is among the voters who oppose it"
    described = any(c.dep in ("det", "poss", "nummod") or c.entity for c in source.children if c is not cue)
    first = cue.subtree()[0]
    return not described and not any(c.text == "," and c.index == first.index - 1 for c in source.children)


def _describes_anybody(clause: Token) -> bool:
    """Whether a clause describes people of whom no one is meant; "he is among those who say" means him."""
    people = clause.head
    if clause.dep not in ("acl", "relcl") or people.lower not in _ANY:
        return False
    return not (people.dep == "pobj" and people.head.lower in ("among", "of"))


def _is_supposed(cue: Token) -> bool:
    """Whether a cue stands in a condition or an embedded question: nobody has said it yet."""
    clause = _clause_of(cue)
    marks = {c.lower for c in clause.all("mark")}
    return bool(
        (clause.dep == "advcl" and marks & _CONDITIONS)
        or (clause.dep in ("ccomp", "pcomp", "xcomp") and marks & _QUESTIONS)
    )


def _clause_of(cue: Token) -> Token:
    clause = cue
    while clause.dep in ("conj", "xcomp", "acomp", "oprd") and clause.head is not clause:
        clause = clause.head
    return clause


def _is_mandated(cue: Token) -> bool:
    """Whether a cue is a subjunctive: a bare verb behind "that" with a singular subject."""
    if cue.tag not in ("VB", "VBP") or cue.dep != "ccomp" or cue.child("aux", "auxpass") is not None:
        return False
    if any(c.lemma in _NEEDED for c in [cue.head, *cue.head.all("acomp")]):
        return True  # "it is crucial that governors remind …"
    subject = cue.child("nsubj")
    if subject is None or subject.child("conj") is not None:
        return False
    marked = any(c.lower == "that" for c in cue.all("mark"))
    return marked and (subject.tag in _SINGULAR or subject.lower in _PERSONS)


def _is_worthwhile(cue: Token) -> bool:
    """Whether a cue is what "it is worth" doing, by anybody ("it is worth noting that …")."""
    return cue.tag == "VBG" and cue.head.lower == "worth"


def _is_avoided(cue: Token) -> bool:
    """Whether a cue names what is left undone, or how a source seems to a reporter."""
    ground = cue.dep == "pcomp" and cue.head.lower in _GROUNDS and cue.head.head.index < cue.index
    if ground and any(a.tag == "MD" for a in cue.head.head.all("aux")):
        return True  # "would be punished for refusing …"
    if cue.dep == "pcomp" and cue.head.lower in ("from", "without", "of", "than"):
        instead = any(c.lower == "instead" for c in (cue.head.head, *cue.head.children))
        return cue.head.lower in ("without", "than") or cue.head.head.lemma in _AVOIDED or instead
    if cue.dep == "pcomp" and cue.head.lower in _STEPS:
        yet = ("TO", "MD") if cue.head.lower == "before" else ("MD",)
        if any(a.tag in yet for a in cue.head.head.all("aux")):
            return True  # "to wait before agreeing to …", "would win by asking for …"
    if cue.dep == "advcl" and any(c.lower == "than" for c in cue.children):
        return True  # "rather than declare …"
    if cue.dep in ("xcomp", "ccomp") and cue.tag == "VBG":
        return cue.head.lemma == "avoid"
    return cue.pos == "ADJ" and cue.dep in ("acomp", "oprd") and cue.head.lemma in _IMPRESSIONS


def _is_awaited(cue: Token) -> bool:
    """Whether a cue tells what a deed waits for ("no aid until Peru agrees", "contingent on agreeing")."""
    if cue.dep == "pcomp" and cue.head.lower in ("on", "upon"):
        return cue.head.head.lemma in _BOUND
    clause = _clause_of(cue)
    if clause.dep == "advcl" and any(c.lower == "before" for c in clause.all("mark")):
        return clause.tag in ("VBZ", "VBP")
    if clause.dep != "advcl" or not any(c.lower in ("until", "till") for c in clause.children):
        return False
    above = clause.head
    return above.child("neg") is not None or any(a.tag == "MD" for a in above.all("aux"))


def _is_untrue(cue: Token) -> bool:
    """Whether a clause is said not to be so ("it is not true that …", "does not mean that …")."""
    clause = _clause_of(cue)
    above = clause.head
    if clause.dep not in ("ccomp", "csubj", "advcl") or above is clause:
        return False
    denied = above.child("neg") is not None
    if above.lemma == "mean":
        return denied
    quality = above.child("acomp", "attr") if above.lemma == "be" else None
    if quality is None:
        return False
    return quality.lemma in _UNTRUE or (denied and quality.lemma in ("true", "case"))


def _is_asked(cue: Token) -> bool:
    """Whether somebody else asked whom a clause without a subject is about ("when asked what he knew")."""
    bare = cue.lower == "asked" and cue.dep == "advcl" and cue.child(*_SUBJECTS) is None
    return bare and any(c.lower == "when" for c in cue.children)


def _is_any(cue: Token) -> bool:
    """Whether a noun of speech stands for any that there may be ("will weigh any request from …")."""
    return cue.pos == "NOUN" and any(c.lower == "any" for c in cue.all("det"))


def _is_weighed(cue: Token) -> bool:
    """Whether somebody only thinks of saying it ("is considering asking for …")."""
    return cue.tag == "VBG" and cue.dep in ("xcomp", "ccomp", "dobj") and cue.head.lemma in _WEIGHED


def _is_ignorance(draft: Draft) -> bool:
    """Whether another denies somebody the knowledge of something."""
    source, cue = draft.source, draft.cue
    if cue is None or source is None or source.lower in ("i", "we"):
        return False
    return draft.negated and cue.lemma in _KNOWING


def _is_wondered(cue: Token) -> bool:
    """Whether a cue stands in a question that yes or no answers, or below what may be so."""
    clause = _clause_of(cue)
    while clause.dep == "ccomp" and clause.head is not clause:
        above = clause.head
        if _may(above) or _is_question(clause):
            return True
        clause = _clause_of(above)
    return _may(cue) or _is_question(clause) or _is_possible_besides(cue)


def _is_possible_besides(participle: Token) -> bool:
    """Whether a participle goes with what a text itself thinks possible ("could leave, arguing that …")."""
    verb = participle.head
    if participle.tag != "VBG" or participle.dep != "advcl" or verb.dep != "ROOT":
        return False
    subject = verb.child("nsubj")
    return subject is not None and subject.lower not in ("i", "we") and _may(verb)


def _is_prospect(cue: Token) -> bool:
    """Whether a cue tells what a noun of chance holds open or a noun of evidence denies.

    "There is a chance that Peru agrees to …"; "no sign that Peru is ready to …".
    """
    clause = _clause_of(cue)
    if clause.dep not in ("acl", "relcl", "ccomp") or clause.child("mark") is None:
        return False
    noun = clause.head
    if noun.dep in ("attr", "acomp", "ROOT") or noun.pos == "NOUN":
        denied = any(c.lower in ("no", "little") for c in noun.all("det", "amod"))
        return noun.lemma in _CHANCES or (noun.lemma in _EVIDENCE and denied)
    return False


def _is_denied(cue: Token) -> bool:
    """Whether the verb that a cue is joined to is said never to have been ("never came out and said …")."""
    if cue.dep != "conj" or cue.child(*_SUBJECTS) is not None or cue.head.tag != cue.tag:
        return False
    joined = any(c.lower == "and" for c in cue.head.all("cc"))
    return joined and any(c.lower == "never" for c in cue.head.all("neg", "advmod"))


def _may(verb: Token) -> bool:
    """Whether "may", "might" or "could" belongs to a verb, an adverb between them or not."""
    if any(a.lower in _PERHAPS for a in verb.all("advmod")):
        return True
    subject = verb.child("nsubj", "nsubjpass")
    between = [t for t in verb.subtree() if subject is not None and subject.index < t.index < verb.index]
    return any(
        t.lower in _POSSIBLE and t.lower != "can"
        for t in [*verb.all("aux"), *(t for t in between if t.tag == "MD")]
    )


def _is_question(clause: Token) -> bool:
    """Whether a clause opens with its auxiliary and closes with a question mark."""
    words = clause.subtree()
    subject = clause.child("nsubj", "nsubjpass", "expl")
    asked = any(t.text == "?" for t in words[-2:])
    helpers = [clause, *clause.all("aux", "auxpass")]
    first = next((t for t in words if t.pos not in ("PUNCT", "CCONJ", "ADV", "SPACE")), None)
    return (
        asked
        and subject is not None
        and first is not None
        and first in helpers
        and first.index < subject.index
    )


def _is_of_nobody(draft: Draft) -> bool:
    """Whether a text says that none of some people spoke ("nobody says …", "no official has claimed …")."""
    source = draft.source
    if source is None or draft.act is Act.DECLINE:
        return False
    if source.lower in _ANYBODY and draft.cue is not None and draft.cue.tag in ("VBZ", "VBP"):
        return True  # "an office for someone who wants …"
    none = any(c.lower == "no" and source.index - c.index < 3 for c in source.all("det"))
    none = none or any(
        c.lower == "neither" for t in source.conjuncts() for c in t.all("cc", "preconj", "det")
    )
    return source.lower in _NOBODY or none


def _is_of_nobody_yet(draft: Draft) -> bool:
    """Whether the source is an indefinite person that is wished for or denied to exist."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or source.pos != "NOUN":
        return False
    if not any(c.lower in _INDEFINITE for c in source.all("det")):
        return False
    clause = cue
    while clause is not source and clause.dep in ("conj", "xcomp", "acomp", "relcl"):
        clause = clause.head
    first = source
    while first.dep == "conj":
        first = first.head
    return clause in (source, first) and first.dep == "dobj" and first.head.lemma in _WISHED
