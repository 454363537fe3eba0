"""Coreference within one article, by rules in order of their precision.

The order of the sieves follows Lee, Chang, Peirsman, Chambers, Surdeanu and Jurafsky, "Deterministic
Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules" (Computational Linguistics 39(4),
2013); the weighing of pronouns' antecedents follows Lappin and Leass, "An Algorithm for Pronominal Anaphora
Resolution" (Computational Linguistics 20(4), 1994).
"""

from dragoman.language.coreference.chains import find_chains

__all__ = ["find_chains"]
