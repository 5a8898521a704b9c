"""Many sessions on one dashboard: how long a rerun takes, and whether memory stays flat.

    python -m benchmarks.dashboard_load                      # 20 sessions, 40 reruns each
    python -m benchmarks.dashboard_load --sessions 5 --reruns 200

Starts a dashboard of its own with an empty database, opens sessions by Streamlit's own protocol (a
browser each would measure the browsers), and has each of them open the event, then filter, clear
and review in turns, with a second's thought between (`--think 0`: without). Prints the times from
the question to the end of the run, the processor time of the server, and its memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX

from tests.dashboard.server import free_port, serve

EVENT = "constructed-harbour-talks"
_LIMIT = 120  # seconds that one run may take


@dataclass
class Session:
    """One reader: what the page has shown, and what was set on it."""

    number: int
    address: str
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    widgets: dict[str, str] = field(default_factory=dict)  # what it is -> its id on the page
    states: dict[str, WidgetState] = field(default_factory=dict)
    rows: list[dict[str, object]] = field(default_factory=list)

    async def run(self, reruns: int, think: float, gate: asyncio.Event) -> None:
        """Open the page, wait for the others, and work."""
        async with websockets.connect(
            self.address, subprotocols=["streamlit"], max_size=None
        ) as line:
            await self._ask(line, [])
            await gate.wait()
            chance = random.Random(self.number)
            for turn in range(reruns):
                await asyncio.sleep(think * 2 * chance.random())
                started = time.perf_counter()
                await self._ask(line, self._next(turn))
                self.times.append(time.perf_counter() - started)

    def _next(self, turn: int) -> list[WidgetState]:
        """Return what this turn does: search, clear the search, press a tile, review."""
        step = turn % 4
        if step in (0, 1) and "search" in self.widgets:
            state = WidgetState(id=self.widgets["search"])
            state.string_value = "Veld" if step == 0 else ""
            self.states["search"] = state
        elif step == 2 and "tile" in self.widgets:
            return [WidgetState(id=self.widgets["tile"], trigger_value=True)]
        elif step == 3 and "findings" in self.widgets and self.rows:
            row = self.rows[turn // 4 % len(self.rows)]
            said = "accept" if row["state"] != "accepted" else "open"
            act = {"do": "review", "finding": row["finding"], "said": said, "seen": row["seen"]}
            state = WidgetState(id=_trigger(self.widgets["findings"]))
            state.json_trigger_value = json.dumps([{"event": "act", "value": act}])
            return [state]
        return []

    async def _ask(self, line: websockets.ClientConnection, new: list[WidgetState]) -> None:
        message = BackMsg()
        message.rerun_script.query_string = f"event={EVENT}"
        message.rerun_script.widget_states.widgets.extend([*self.states.values(), *new])
        await line.send(message.SerializeToString())
        async with asyncio.timeout(_LIMIT):
            while True:
                answer = ForwardMsg()
                answer.ParseFromString(await line.recv())
                kind = answer.WhichOneof("type")
                if kind == "delta":
                    self._see(answer)
                if kind == "script_finished":
                    return

    def _see(self, answer: ForwardMsg) -> None:
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "text_input" and element.text_input.label == "Search":
            self.widgets["search"] = element.text_input.id
        elif kind == "button" and "divergence" in element.button.label:
            self.widgets["tile"] = element.button.id
        elif kind == "bidi_component":
            data = json.loads(element.bidi_component.json or "{}")
            if 'class="findings"' in data.get("html", ""):
                self.widgets["findings"] = element.bidi_component.id
                self.rows = data.get("rows", [])
        elif kind == "exception":
            self.faults.append(element.exception.message)
        elif kind == "html" and "Something went wrong" in element.html.body:
            self.faults.append(element.html.body)


def _trigger(component: str) -> str:
    """Return the id under which a component's triggers are sent."""
    return f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{component}__events"


def resident(pid: int) -> float:
    """Return a process's resident memory in MB (Linux)."""
    for row in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if row.startswith("VmRSS"):
            return int(row.split()[1]) / 1000
    return 0.0


def processor(pid: int) -> float:
    """Return the processor seconds that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def work(url: str, sessions: int, reruns: int, think: float, pid: int) -> None:
    """Run all sessions and print what they saw."""
    address = url.replace("http", "ws") + "_stcore/stream"
    everyone = [Session(number, address) for number in range(sessions)]
    gate = asyncio.Event()
    tasks = [asyncio.create_task(one.run(reruns, think, gate)) for one in everyone]
    while any(not one.widgets for one in everyone):
        await asyncio.sleep(0.2)
    before, used = resident(pid), processor(pid)
    started = time.perf_counter()
    gate.set()
    half = asyncio.create_task(_halfway(everyone, sessions * reruns // 2, pid))
    await asyncio.gather(*tasks)
    took = time.perf_counter() - started
    times = sorted(at for one in everyone for at in one.times)
    faults = [fault for one in everyone for fault in one.faults]
    print(f"{sessions} sessions, {len(times)} reruns in {took:.1f} s, {len(faults)} errors")
    print(
        f"a rerun takes {statistics.median(times):.2f} s in the median, "
        f"{times[int(len(times) * 0.95)]:.2f} s in the slowest twentieth, {times[-1]:.2f} s at most"
    )
    each = (processor(pid) - used) / len(times)
    print(f"the server uses {each * 1000:.0f} ms of a processor for one")
    print(f"memory {before:.0f} MB, halfway {await half:.0f} MB, in the end {resident(pid):.0f} MB")
    for fault in faults[:3]:
        print(fault[:300])


async def _halfway(everyone: list[Session], wanted: int, pid: int) -> float:
    while sum(len(one.times) for one in everyone) < wanted:
        await asyncio.sleep(0.1)
    return resident(pid)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--reruns", type=int, default=40)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two reruns")
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(free_port(), f"{folder}/events.sqlite") as server,
    ):
        pid = server.process.pid
        asyncio.run(work(server.url, given.sessions, given.reruns, given.think, pid))
        print(f"{_reviews(f'{folder}/events.sqlite')} reviews kept")


def _reviews(database: str) -> int:
    from compare.store import open_store

    with open_store(database) as store:
        if not store.has_event(EVENT):
            return 0
        return sum(len(rows) for rows in store.reviews(EVENT).values())


if __name__ == "__main__":
    main()
