"""Whether the server of this machine answers: ``python -m serving.alive``, for who watches it
(Dockerfile). It needs nothing but Python; the exit status says so, and why not is said."""

import json
import os
import sys
import urllib.request
from collections.abc import Mapping

SECONDS = 4


def fault_of(environ: Mapping[str, str]) -> str:
    """Why `/health` does not say that all is well; "" where it does."""
    address = f"http://127.0.0.1:{environ.get('PORT') or '8050'}/health"
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            said = json.load(answer)
    except (OSError, ValueError) as error:
        return f"{address}: {error}"
    return "" if said.get("status") == "ok" else f"{address}: {said}"


def main() -> int:
    """Say what is wrong, and return the exit status."""
    fault = fault_of(os.environ)
    if fault:
        sys.stderr.write(f"{fault}\n")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
