"""Ports of this machine, for servers of measurements and tests."""

import socket


def unused_port() -> int:
    """A port that nobody listens on, and that the system gives to nobody else soon."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
