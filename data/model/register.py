"""The register of enterprises and projects: the user's own table, of which only sums are told.

What code above can reach are the columns of a cube that rows are counted by. Codes, names and
dates of single entities stay in the file of the edition, which only the data desk reads.
"""

from dataclasses import dataclass

from data.cube.contract import Cube
from data.cube.memory import MemoryCube
from data.cube.register import REGISTER

ENTERPRISE, PROJECT = KINDS = ("enterprise", "project")
ENDED = "ended"
STATUSES = ("planned", "building", "operating", "suspended", ENDED)
SIZES = ("large", "medium", "small", "micro")


@dataclass(frozen=True, slots=True)
class Register:
    """The entities of an edition as a cube of REGISTER; `is_held`: whether there are any;
    `is_closed`: nothing of it is told here, as in an edition that is looked at by its digest."""

    cube: Cube
    is_held: bool = False
    is_closed: bool = False


NO_REGISTER = Register(MemoryCube(REGISTER, ()))
