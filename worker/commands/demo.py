"""``demo``: a news day in a minute, without network."""

from __future__ import annotations


def demo() -> None:
    """Show a scripted news day, without network.

    An embedded site is polled by the real worker; alerts are printed.
    """
    from worker.commands.output import line
    from worker.demo.day import play
    from worker.life.logs import set_up_logs

    set_up_logs("text", "error")
    line("Three invented outlets on this machine, polled by the real worker. Texts are fiction.")
    play(line)
