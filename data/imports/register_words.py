"""The words for what is coded in the register, as its template offers them."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {"企业": "enterprise", "项目": "project"},
    "size": {"大": "large", "中": "medium", "小": "small", "微": "micro"},
    "status": {
        "拟建": "planned", "在建": "building", "存续": "operating", "投产": "operating",
        "在营": "operating", "停业": "suspended", "停建": "suspended", "注销": "ended",
        "终止": "ended",
    },
}  # fmt: skip
