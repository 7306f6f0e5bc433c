"""The words that perturb.py puts in, takes out and turns round: small lists, and our own."""

from __future__ import annotations


def _words(text: str) -> list[str]:
    return text.split()


OPPOSITES = _words("""
increase/decrease increased/decreased rise/fall rose/fell rising/falling higher/lower high/low more/less
most/least before/after first/last early/late win/lose won/lost support/oppose supported/opposed accept/reject
accepted/rejected allow/forbid allowed/forbidden open/closed opened/closed start/end began/ended beginning/end
good/bad better/worse best/worst large/small larger/smaller big/small long/short old/new young/old strong/weak
success/failure successful/unsuccessful friend/enemy ally/opponent victory/defeat gain/loss profit/loss buy/sell
bought/sold arrive/leave arrived/left enter/leave inside/outside above/below over/under with/without
always/never often/rarely all/none everything/nothing everyone/nobody many/few major/minor public/private
possible/impossible legal/illegal safe/dangerous rich/poor north/south east/west northern/southern
eastern/western left/right male/female men/women man/woman boy/girl husband/wife father/mother son/daughter
brother/sister positive/negative true/false easy/difficult hard/easy cheap/expensive hot/cold cold/hot near/far
fast/slow quickly/slowly peace/war life/death alive/dead guilty/innocent day/night morning/evening yes/no
internal/external domestic/foreign national/international recent/ancient modern/traditional light/dark
import/export imports/exports love/hate happy/sad hope/fear agree/disagree agreed/disagreed confirm/deny
confirmed/denied include/exclude attack/defend attacked/defended encourage/discourage improve/worsen
improved/worsened maximum/minimum majority/minority optimistic/pessimistic remember/forget known/unknown
likely/unlikely lucky/unlucky
""")
OPPOSITE = {w: o for pair in OPPOSITES for w, o in (pair.split("/"), pair.split("/")[::-1])}
TENSES = {
    "is": "was", "are": "were", "was": "is", "were": "are", "has": "had", "have": "had", "had": "has", "will": "would",
    "can": "could", "said": "says", "says": "said", "does": "did", "do": "did", "did": "does", "took": "takes",
    "made": "makes", "came": "comes", "went": "goes", "became": "becomes", "announced": "announces", "won": "wins",
    "began": "begins", "gave": "gives", "left": "leaves", "found": "finds", "wants": "wanted", "believes": "believed",
}  # fmt: skip
HEDGES = [
    (r"\b(?:is|are) (?:said|reported|believed|thought|alleged) to have (\w+)", r"\1"),
    (r"\b(?:is|are) (?:said|reported|believed|thought|alleged) to be\b", "is"),
    (r"\b(?:reportedly|allegedly|apparently|possibly|probably|perhaps) ", ""),
    (r"\b(?:may|might|could|would) have\b", "has"),
    (r"\b(?:may|might|could|would) be\b", "is"),
    (r"\b(?:may|might|could|would|should)\b", "will"),
    (r"\baccording to [^,.;]+,? ?", ""),
]
ADVERBS = frozenset(
    _words("""
also only already still again never always often soon later early recently finally mainly mostly almost nearly
about around just even very too quite rather once twice together abroad however therefore instead
""")
)
ADJECTIVES = frozenset(
    _words("""
new old first last next former current main major minor young large small big great long short high low recent
public private political economic social military national international local foreign national european french
german american british chinese russian important serious possible different several few many certain other same
own only strong weak good bad best worst special particular general federal central northern southern
""")
)
PREPOSITIONS = _words("""
in on at of for with by from to during after before since between under over against without
""")
STOP = frozenset(
    _words("""
the a an and or but of in on at to for with by from as is are was were be been has have had it its this that
which who he she they his her their not will would
""")
)
PRONOUNS = {"he": "she", "she": "he", "his": "her", "him": "her", "himself": "herself", "herself": "himself"}
AUXILIARIES = _words("""
is are was were has have had will would can could should must may might
""")
