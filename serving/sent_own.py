"""What a writer adds beyond what an address holds, as the page sends it with the question for a
file: `{"own": [["gdp", "…"], …]}`, each the key of a section and a sentence."""

from analysis.reports.address import LONGEST_KEPT, Own, own_sentence
from serving.briefing_refusals import wrong
from serving.briefings import sent

FORM = "应为 [部分的编号, 句子]"


def sent_own() -> Own:
    """The sentences that were sent, each a line of plain signs. Raises Refused with the place of
    the first that is none, and where all together are too long."""
    found = sent({"own": list})["own"]
    own = []
    for place, one in enumerate(found, start=1):
        pair = isinstance(one, list) and len(one) == 2 and all(isinstance(p, str) for p in one)
        read = own_sentence(*one) if pair else None
        if read is None:
            raise wrong(f"第 {place} 句有误：{FORM}", "own", str(one))
        own.append(read)
    signs = sum(len(section) + len(said) for section, said in own)
    if signs > LONGEST_KEPT:
        raise wrong(f"补充文字合计 {signs} 字，不能超过 {LONGEST_KEPT} 字", "own", "")
    return tuple(own)
