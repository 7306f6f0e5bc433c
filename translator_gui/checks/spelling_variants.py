"""How the other side of the Atlantic may spell a word: guesses by rule, to be asked of a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator

# (pattern, what may stand instead), each in both directions.
_RULES = (
    (r"our(?=$|s$|ed$|ing$|able$|ite$|ful|less|hood|er|ist|al)", "or"),
    (r"or(?=$|s$|ed$|ing$|able$|ite$|ful|less|hood|er|ist|al)", "our"),
    (r"is(?=e$|es$|ed$|ing$|er$|ers$|ation)", "iz"),
    (r"iz(?=e$|es$|ed$|ing$|er$|ers$|ation)", "is"),
    (r"ys(?=e$|es$|ed$|ing$|er$)", "yz"),
    (r"yz(?=e$|es$|ed$|ing$|er$)", "ys"),
    (r"re(?=$|s$|d$)", "er"),
    (r"er(?=$|s$|ed$)", "re"),
    (r"nce(?=$|s$|less$)", "nse"),
    (r"nse(?=$|s$|less$)", "nce"),
    (r"ll(?=ed$|ing$|er$|ers$|or$|ors$)", "l"),
    (r"(?<=[aeiou])l(?=ed$|ing$|er$|ers$|or$|ors$)", "ll"),
    (r"l(?=ful|ment|$|s$)", "ll"),
    (r"ll(?=ful|ment|$|s$)", "l"),
    (r"ogue(?=$|s$)", "og"),
    (r"og(?=$|s$)", "ogue"),
    (r"gramme(?=$|s$)", "gram"),
    (r"gram(?=$|s$)", "gramme"),
    (r"ae|oe", "e"),
    (r"(?<=[a-z])e(?=[a-z])", "ae"),
    (r"(?<=[a-z])e(?=[a-z])", "oe"),
    (r"oeuvre", "euver"),
    (r"euver", "oeuvre"),
    (r"grey", "gray"),
    (r"gray", "grey"),
    (r"tyre", "tire"),
    (r"plough", "plow"),
    (r"plow", "plough"),
    (r"mould", "mold"),
    (r"mold", "mould"),
    (r"cheque", "check"),
    (r"sceptic", "skeptic"),
    (r"skeptic", "sceptic"),
    (r"(?<=g)e(?=ment)", ""),
    (r"(?<=dg)(?=ment)", "e"),
)
_PATTERNS = tuple((re.compile(pattern), instead) for pattern, instead in _RULES)


def variants(word: str) -> Iterator[str]:
    """Spellings that may be the other one, likeliest rules first. Most are no words at all."""
    for pattern, instead in _PATTERNS:
        other = pattern.sub(instead, word, count=1)
        if other != word:
            yield other
