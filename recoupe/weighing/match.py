from itertools import combinations
from collections import defaultdict
from recoupe.identity.resolve import Kind
from recoupe.model.factuality import Certainty
from recoupe.weighing.account import account
from recoupe.weighing.bars import barred
from recoupe.weighing.likeness import likeness
T=dict(within=3.0,across=3.0,side=2.5)

def events(ts, traces):
    st=stories(ts)
    main=[t for t in ts if t.claim.factuality.affirmed and t.claim.factuality.certainty is not Certainty.U]
    side=[t for t in ts if not(t.claim.factuality.affirmed and t.claim.factuality.certainty is not Certainty.U)]
    groups=grouped(main,traces,st,T['within'],T['across'])
    loose=[];att=defaultdict(list)
    for t in side:
        a=account([t])
        best=max(((likeness(a,g,traces,st),-k) for k,g in enumerate(groups) if g.event is a.event and not barred(a,g)),default=None)
        if best and best[0]>=T['side']: att[-best[1]].append(t)
        else: loose.append(t)
    groups=[account([*g.tellings,*att[k]]) for k,g in enumerate(groups)]+grouped(loose,traces,st,T['side'],T['side'])
    return tuple(g.tellings for g in sorted(groups,key=lambda g:g.tellings[0].ref))

def grouped(ts,traces,st,within,across):
    by=defaultdict(list)
    for t in ts: by[t.ref.document].append(account([t]))
    inside=[g for d in sorted(by) for g in agglomerate(by[d],traces,st,within)]
    return agglomerate(inside,traces,st,across)

def agglomerate(groups,traces,st,T):
    groups=list(groups)
    score={}
    def sc(a,b):
        k=(id(a),id(b))
        if k not in score:
            score[k]=likeness(a,b,traces,st) if a.event is b.event and not barred(a,b) else -9
        return score[k]
    keep=list(groups)
    while True:
        best=max(((sc(a,b),-i,-j) for (i,a),(j,b) in combinations(enumerate(groups),2) if a.event is b.event),default=None)
        if best is None or best[0]<T: return groups
        i,j=-best[1],-best[2]
        new=account([*groups[i].tellings,*groups[j].tellings]); keep.append(new)
        groups=[g for k,g in enumerate(groups) if k not in(i,j)]+[new]
        groups.sort(key=lambda g:g.tellings[0].ref)

def stories(ts):
    names=defaultdict(set);states=defaultdict(set)
    for t in ts:
        d=t.ref.document
        for ids in t.who.values():
            names[d]|={i.key for i in ids if i.kind is Kind.NAME}
            states[d]|={i.country for i in ids if i.country}
        for it in t.items: names[d]|=set(it.names)
    out=set()
    for a,b in combinations(sorted(names.keys()|states.keys()),2):
        n=len(names[a]&names[b]); m=min(len(names[a]),len(names[b])) or 1
        s=len(states[a]&states[b])
        if (n>=2 and n/m>=.25 and s>=1) or (n>=1 and s>=2): out.add((a,b))
    return out

def linked(groups):
    return {i: set() for i in range(len(groups))}
Group=tuple
