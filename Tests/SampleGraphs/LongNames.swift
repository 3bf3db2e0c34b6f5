public import KnowledgeGraph

/// Long names, other scripts, every kind of actor and every status.
public let longNames: [Statement] = sampleStatements(
    """
    Interministerial Committee for the Coordination of Coastal Protection and Harbour Redevelopment:organization | sanctioned SANCTION | Kestrian Shipping and Dry-Dock Operations Holding Company Limited:organization | | 2031-05-03
    東京都知事選挙管理委員会および関係省庁連絡会議:organization | met-with CONSULT sym | 山田 太郎:person | planned | 2031-05-09
    وزارة الخارجية والتعاون الدولي:organization | criticised ACCUSE | محمد الأمين بن عبد الله:person | | 2031-05-02
    משרד החוץ:organization | invited CONSULT | 山田 太郎:person | requested
    Maximilian von Hohenstein-Rabenfels zu Altenburg:person | holds-office STATE | United Lake States:country | | | | Deputy Prime Minister and Minister for Regional Development, Housing and Construction
    Maximilian von Hohenstein-Rabenfels zu Altenburg:person | attended CONSULT | Seventeenth Extraordinary Ministerial Conference on Inland Navigation:event | planned | 2031-06-01
    Maximilian von Hohenstein-Rabenfels zu Altenburg:person | accused ACCUSE | 41 patrol boats of the Kestrian river guard:thing | possible
    some four hundred residents of the flooded lower town:group | protested-against PROTEST | United Lake States:country | denied
    Old Mill Reservoir:place | located-in STATE | United Lake States:country
    United Lake States:country | seized COERCE | Old Mill Reservoir:place | | 2031-05-02
    Donaudampfschifffahrtselektrizitätenhauptbetriebswerk:facility | attacked ASSAULT | Old Mill Reservoir:place
    """, document: "long-names")
