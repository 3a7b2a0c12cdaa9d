"""Processes that make pages, so that readers share all cores of the machine (`onrecord serve --processes`).

One process, the front, takes every connection. It alone knows who is signed in, counts attempts, keeps answers and adds pages;
what it has not kept, it has made by another process:

    front ── asks for pages ──▶ maker, maker, …     `pool` (in the front), `maker`
      └──── says "changed" ───▶ nursery             `nursery`: reads the catalogue of a state of the record, and
                                                    forks makers that all share it in memory

Makers live as long as the state that they know. When somebody has written, the nursery reads the catalogue anew, beside
everything else, and forks makers of the new state; readers get the last version until these are there.
"""
