"""What may be done to drafts and editions, and by whom not: the only way to write to a store.

The desk and the command line both come here. Every call is a row of the ledger, a refused one too.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from secrets import token_hex

from data.editions import ledger, schedule
from data.editions.deeds import Deed, Deeds, Overtaken, Person, Refused, short, written_time
from data.editions.drafts import Approval, Draft, Drafts, State, Upload, voided
from data.editions.ledger import REFUSED, Ledger
from data.editions.schedule import Entry, Schedule
from data.editions.store import Store
from data.editions.versions import next_version, set_version
from data.package.check_process import faults_of
from data.package.digests import described, digest
from data.package.faults import Fault

CHINA = timezone(timedelta(hours=8))  # a version is the date in Beijing
OPEN = (State.EDITING, State.SUBMITTED, State.APPROVED)


@dataclass(frozen=True)
class Publishing:
    """The store below a folder, and the rules of it. `check` finds the faults of a data package,
    `now` is the clock, `questions` what must be answered in words of a draft against its base (the
    folders of both), by keys. What is asked of a method and may not be raises Refused."""

    folder: Path
    check: Callable[[Path], list[Fault]] = faults_of
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    questions: Callable[[Path, Path], Mapping[str, str]] = field(default=lambda *_: {})

    @cached_property
    def store(self) -> Store:
        """The editions."""
        return Store(self.folder)

    @cached_property
    def drafts(self) -> Drafts:
        """The drafts."""
        return Drafts(self.folder)

    @cached_property
    def schedule(self) -> Schedule:
        """Which edition is live when."""
        return Schedule(self.folder / schedule.FILE)

    @cached_property
    def ledger(self) -> Ledger:
        """What was done and refused."""
        return Ledger(self.folder / ledger.FILE)

    def live(self) -> str:
        """The digest of the edition that is live; "" where there is none yet."""
        entry = self.schedule.live(self.now())
        return entry.edition if entry else ""

    def take_in(self, who: Person, package: Path, start: datetime, note: str) -> str:
        """Put an edition into a store that nothing was published in yet; its digest. Nobody
        approves it: there is nothing that it could be compared with."""
        with self._asked(who, "take_in", package.name) as deed:
            deed.note = short(note, "说明")
            if any(entry.approved for entry in self.schedule.entries()):
                raise Refused("库中已有经审核发布的版本：新的版本须先作草稿，经审核后发布。")
            self._refuse_faults(package)
            deed.after = self.store.add(package)
            entry = Entry(written_time(start), deed.after, who.name, "", deed.note)
            self.schedule.append(entry)
            return deed.after

    def create(self, who: Person, title: str, package: Path | None = None) -> Draft:
        """Begin a draft: from the edition that is live, or with the data in `package`."""
        with self._asked(who, "create", title) as deed:
            if not deed.before:
                raise Refused("库中还没有版本：请先导入初始版本。")
            at, name = written_time(self.now()), f"{self._day():%Y%m%d}-{token_hex(3)}"
            draft = Draft(name, short(title, "标题"), who.name, deed.before, at, at)
            deed.subject, deed.note = name, draft.title
            return self.drafts.create(draft, package or self.store.path(deed.before))

    def replace_tables(
        self,
        who: Person,
        draft_id: str,
        tables: Mapping[str, bytes],
        upload: Upload | None,
        read: str = "",
    ) -> Draft:
        """Put other content in place of tables of a draft, made from the package whose digest was
        `read` ("": from nothing of it). What was submitted and approved before is so no longer."""
        with self._changed(who, "replace_tables", draft_id) as (deed, draft):
            if read and digest(self.drafts.package(draft_id)) != read:
                raise Overtaken("草稿刚由他人改动，没有并入。请核对变化后再点“并入草稿”。")
            deed.note = "、".join(sorted(tables)) + (f"（{upload.name}）" if upload else "")
            uploads = (*draft.uploads, *([upload] if upload else []))
            changed = self._voided(who, replace(draft, uploads=uploads))
            self.drafts.replace_tables(draft_id, tables)
            return changed

    def answer(self, who: Person, draft_id: str, answers: Mapping[str, str]) -> Draft:
        """Put down what is said to questions. What was submitted with other answers is submitted
        no longer."""
        with self._changed(who, "answer", draft_id) as (deed, draft):
            deed.note = "、".join(sorted(answers))
            said = {key: short(text, "说明") for key, text in answers.items()}
            return self._voided(who, replace(draft, answers={**draft.answers, **said}))

    def submit(self, who: Person, draft_id: str) -> Draft:
        """Freeze a draft under a version that no edition has, if its data are without fault and
        what they are asked about is answered."""
        with self._changed(who, "submit", draft_id) as (deed, draft):
            self._refuse_old_base(draft)
            package = self.drafts.package(draft_id)
            taken = self.store.versions()
            if digest(package) in taken:
                raise Refused("与库中的一个版本完全相同，没有可发布的变化。")
            opened = self._voided(who, draft)
            if described(package)[0] in taken.values():
                set_version(package, next_version(self._day(), taken.values()))
            self._refuse_faults(package)
            self._refuse_unanswered(draft, package)
            deed.after = digest(package)
            return self.drafts.write(
                replace(opened, state=State.SUBMITTED, digest=deed.after, submitted_by=who.name)
            )

    def approve(self, who: Person, draft_id: str, approved: str) -> Draft:
        """Approve the data of a draft by their digest, as somebody who had no hand in them."""
        with self._changed(who, "approve", draft_id) as (deed, draft):
            deed.after = approved
            if draft.state is not State.SUBMITTED:
                raise Refused("只有已提交、尚未审核的草稿可以审核。")
            if who.name in {draft.author, draft.submitted_by, *draft.editors}:
                raise Refused("起草、修改或提交过这份草稿的人不能审核它，须由另一人审核。")
            if not approved == draft.digest == digest(self.drafts.package(draft_id)):
                raise Refused("所审核的内容与提交的不一致，请重新提交后再审核。")
            self._refuse_old_base(draft)
            at = written_time(self.now())
            approvals = (*draft.approvals, Approval(who.name, at, approved))
            return self.drafts.write(
                replace(draft, state=State.APPROVED, approvals=approvals, changed=at)
            )

    def publish(self, who: Person, draft_id: str, start: datetime | None = None) -> Entry:
        """Publish an approved draft, now or from `start` on."""
        with self._changed(who, "publish", draft_id) as (deed, draft):
            now = self.now()
            package = self.drafts.package(draft_id)
            if draft.state is not State.APPROVED or not draft.approvals:
                raise Refused("草稿尚未经另一人审核，不能发布。")
            approval = draft.approvals[-1]
            if approval.digest != digest(package):
                raise Refused("审核以后内容有改动，审核作废，请重新提交、审核。")
            if start is not None and start < now:
                raise Refused("发布时间已过，请改为以后的时间，或立即发布。")
            self._refuse_old_base(draft)
            deed.after = self.store.add(package)
            if deed.after != approval.digest:
                raise Refused("入库的内容与审核的不一致，没有发布，请重新提交、审核。")
            entry = Entry(written_time(start or now), deed.after, who.name, approval.by)
            deed.note = f"自 {entry.start}"
            self.schedule.append(entry)
            done = replace(draft, state=State.PUBLISHED, edition=deed.after)
            self.drafts.write(replace(done, changed=written_time(now)))
            return entry

    def withdraw(self, who: Person, draft_id: str, why: str) -> Draft:
        """Give a draft up; it is kept, and nothing can be done to it any more."""
        with self._changed(who, "withdraw", draft_id) as (deed, draft):
            deed.note = short(why, "原因")
            given_up = replace(self._voided(who, draft), state=State.WITHDRAWN, note=deed.note)
            return self.drafts.write(given_up)

    def roll_back(self, who: Person, edition: str, why: str) -> Entry:
        """Have an edition live again that was live before, from now on. What was to go live later
        does not: it was made from what is taken back."""
        with self._asked(who, "roll_back", edition) as deed:
            deed.note = short(why, "原因")
            now = self.now()
            came = [e for e in self.schedule.entries() if datetime.fromisoformat(e.start) <= now]
            self.store.path(edition)
            if edition not in {entry.edition for entry in came}:
                raise Refused("只能退回到曾经发布过的版本。")
            if edition == deed.before:
                raise Refused("这一版本正在使用，不用退回。")
            deed.after = edition
            entry = Entry(written_time(now), edition, who.name, "", deed.note)
            self.schedule.append(entry)
            return entry

    def refuse(self, who: Person, action: str, subject: str, why: str) -> None:
        """Put down that somebody was refused before it came to these rules."""
        deed = Deed(action, subject, self.live(), "", why)
        Deeds(self.folder, self.now).put_down(who, deed, REFUSED)

    def _day(self) -> date:
        return self.now().astimezone(CHINA).date()

    def _voided(self, who: Person, draft: Draft) -> Draft:
        """The draft open again, who had a hand in it put down."""
        return self.drafts.write(voided(draft, who.name, written_time(self.now())))

    def _refuse_faults(self, package: Path) -> None:
        faults = self.check(package)
        if faults:
            raise Refused(f"数据有 {len(faults)} 处错误：{faults[0]}", tuple(faults))

    def _refuse_unanswered(self, draft: Draft, package: Path) -> None:
        asked = self.questions(self.store.path(draft.base), package)
        open_ = {key: text for key, text in asked.items() if key not in draft.answers}
        if open_:
            first = next(iter(open_.values()))
            raise Refused(f"有 {len(open_)} 个问题尚未说明：{first}", questions=open_)

    def _refuse_old_base(self, draft: Draft) -> None:
        if draft.base != self.live():
            raise Refused("草稿所依据的版本已不是现行版本，请在现行版本上重新起草并核对变化。")

    @contextmanager
    def _changed(self, who: Person, action: str, draft_id: str) -> Iterator[tuple[Deed, Draft]]:
        """A deed to a draft that is still open."""
        with self._asked(who, action, draft_id) as deed:
            draft = self.drafts.read(draft_id)
            if draft.state not in OPEN:
                raise Refused("草稿已发布或已撤销，不能再改。")
            yield deed, draft

    @contextmanager
    def _asked(self, who: Person, action: str, subject: str) -> Iterator[Deed]:
        """A deed to the store as it is now."""
        deed = Deed(action, subject, self.live())
        with Deeds(self.folder, self.now).asked(who, deed):
            deed.before = self.live()
            yield deed
