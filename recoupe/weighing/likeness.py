"""How alike two accounts are, in points; `EVENT` points make them one event."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product

from recoupe.identity.resolve import Identity, Kind, same
from recoupe.model.claim import Tense
from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.amounts import differ
from recoupe.weighing.items import alike
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.telling import Telling
from recoupe.weighing.trace import Provenance

W=dict(doc=1.5, story=1.0, far=-2.0, reprint=4.0, near=0.5, name=2.0, state=1.25, described=1.0, most=3.0, open=-0.75, none=-1.5,
  item=2.0, kind=1.0, kindmis=-1.0, topic=2.0, topickind=1.0, day=1.0, year=0.5, old=-1.5, sum=2.0, count=1.0, own=-1.5, origin=1.0, tense=-1.0, additive=-1.5)

def likeness(one, other, traces, stories):
    return sum(f(one,other,traces,stories) for f in FEATURES)

def nearness(one,other,traces,stories):
    best=W['far']
    for t,u in product(one.tellings,other.tellings):
        a,b=t.ref.document,u.ref.document
        if a==b:
            v=W['doc']+(W['near'] if abs(t.claim.evidence[0].start-u.claim.evidence[0].start)<300 else 0)
        elif reprinted(t.sentence,u.sentence): v=W['reprint']
        else: v=W['story'] if (min(a,b),max(a,b)) in stories else W['far']
        best=max(best,v)
    return best

def people(one,other,traces,stories):
    shared=one.who.keys()&other.who.keys()
    if not shared:
        return 0 if any(t.ref.document!=u.ref.document and reprinted(t.sentence,u.sentence) for t,u in product(one.tellings,other.tellings)) else W['none']
    s=0
    for role in shared:
        v=sum(max((_pts(a,b) for b in other.who[role]),default=0) for a in one.who[role])
        s+=min(v,W['most']) or W['open']
    return s

def _pts(a,b):
    if a.key==b.key and Kind.NAME in (a.kind,b.kind): return W['name']
    if a.key==b.key and a.kind is Kind.DESCRIBED and ' ' in a.key: return W['name']
    if same(a,b): return W['state'] if a.kind is not Kind.DESCRIBED else W['described']
    if a.country and a.country==b.country: return W['described']
    x,y=set(a.key.split()),set(b.key.split())
    if a.kind is b.kind is Kind.DESCRIBED and (x<=y or y<=x): return W['described']
    return 0

def things(one,other,traces,stories):
    if any(alike(a,b) for a,b in product(one.items,other.items)): return W['item']
    if any(a.kinds&b.kinds for a,b in product(one.items,other.items)): return W['kind']
    if one.items and other.items and all(i.kinds and not i.names for i in one.items+other.items): return W['kindmis']
    return 0

def topics(one,other,traces,stories):
    if any(alike(a,b) for a,b in product(one.topics,other.topics)): return W['topic']
    return W['topickind'] if any(a.kinds&b.kinds for a,b in product(one.topics,other.topics)) else 0

def times(one,other,traces,stories):
    m=[min(a.length,b.length) for a in one.when for b in other.when if a.meets(b)]
    s=0
    if m: s+= W['day'] if min(m)<=31 else W['year'] if min(m)<=366 else 0
    if _old(one,other) or _old(other,one): s+=W['old']
    ten={t.claim.tense for t in one.tellings},{t.claim.tense for t in other.tellings}
    if ten in (({Tense.PAST},{Tense.FUTURE}),({Tense.FUTURE},{Tense.PAST})): s+=W['tense']
    return s

def _old(d,u):
    if u.when or not d.when or not all(w.length<=366 for w in d.when): return False
    pubs=[t.published for t in u.tellings if t.published]
    return bool(pubs) and (min(p.first for p in pubs)-max(w.last for w in d.when)).days>120

def amounts(one,other,traces,stories):
    s=0
    eq=lambda x,y: any(a.unit==b.unit and a.least==b.least and a.most==b.most for a,b in product(x,y))
    e1=any(a.unit==b.unit and a.least==b.least and a.most==b.most for a,b in product(one.sums,other.sums))
    e2=any(a.least==b.least and a.most==b.most for a,b in product(one.counts,other.counts))
    if e1: s+=W['sum']
    if e2: s+=W['count']
    if not e1 and not e2:
        for t,u in product(one.tellings,other.tellings):
            if traces[t.ref].key==traces[u.ref].key and any(differ(a,b) for x,y in ((t.sums,u.sums),(t.counts,u.counts)) for a,b in product(x,y)): return s+W['own']
    return s

def voices(one,other,traces,stories):
    k=lambda acc:{traces[t.ref].key for t in acc.tellings if t.claim.sources}
    return W['origin'] if k(one)&k(other) else 0

FEATURES=(nearness,people,things,topics,times,amounts,voices)
