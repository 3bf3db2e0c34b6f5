/// Invented pages of invented papers, each built the way real sites are.
enum Pages {
    /// A modern site: JSON-LD, Open Graph, `<article>`, banners and teasers around and inside the story.
    static let modern = """
        <!DOCTYPE html>
        <html lang="en" class="no-js has-sidebar"><head>
        <meta charset="utf-8"><title>Harbour minister resigns over crane deal | The Tidewater Post</title>
        <meta property="og:title" content="Harbour minister resigns over crane deal">
        <meta property="og:site_name" content="The Tidewater Post">
        <link rel="canonical" href="https://tidewater.example/news/crane">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":["NewsArticle"],"headline":"Harbour minister resigns over crane deal","datePublished":"2024-11-08T06:30:00+01:00",
        "publisher":{"@type":"Organization","name":"The Tidewater Post"}}]}</script>
        <style>p{color:red}</style></head>
        <body class="article-page has-sidebar">
        <div id="cookie-consent"><p>We value your privacy, and our 412 partners do as well, so please accept all cookies, dear reader.</p></div>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
        <main><article class="story">
        <header><h1>Harbour minister resigns over crane deal</h1>
        <p class="standfirst">Petra Voss steps down after auditors found that the ministry had paid twice, and without a tender.</p>
        <div class="byline">By <a href="/a">Jonas Hale</a>, Port correspondent</div>
        <time datetime="2024-11-08T06:30:00+01:00">8 November 2024</time></header>
        <div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a></div>
        <div class="story-body">
        <figure><img src="x.jpg"><figcaption>Petra Voss outside the ministry. <span class="credit">Photo: Ida Lund</span></figcaption></figure>
        <p>Harbour minister <a href="/t/voss">Petra Voss</a> resigned on Friday, hours after the audit office published its report on the purchase of nine cranes.</p>
        <p>&ldquo;I take responsibility,&rdquo; Voss told reporters in the capital&nbsp;Westhaven. &quot;The deal was wrong.&quot;</p>
        <div class="ad-slot"><p>Advertisement: buy one crane, get the second one free, only this week, at Cranes and Sons of Eastport.</p></div>
        <aside class="related-stories"><h3>Related</h3><ul><li><a href="/1">Auditors question the cranes, and the ferries, and the pier</a></li></ul></aside>
        <h2>What the report says</h2>
        <p>The auditors wrote that the ministry had signed two contracts with <b>Eastport Steel</b>, one of them <i>without</i> a tender.</p>
        <ul><li>The first contract was worth 4.2 million crowns.</li><li>The second contract repeated the first.</li></ul>
        <p>Read more: <a href="/2">All about the audit office and its long history</a></p>
        <p>Prime Minister Olav Brandt accepted the resignation, his office said.<script>track("p")</script></p>
        </div>
        <div class="tags"><a href="/t/harbour">Harbour</a><a href="/t/audit">Audit</a></div>
        </article>
        <section class="most-read"><h2>Most read</h2><ol><li><a href="/3">Storm closes the northern bridge for three days, police say</a></li></ol></section>
        <section id="comments"><h2>Comments</h2><div><p>I always said that Voss would have to go, and now, at last, after all these years, she did.</p></div></section>
        </main>
        <footer><p>© 2024 The Tidewater Post. All rights reserved. Imprint, privacy, terms and conditions of use apply.</p></footer>
        </body></html>
        """

    /// The main story of ``modern``, block by block.
    static let modernPassages = [
        "Harbour minister resigns over crane deal",
        "Petra Voss steps down after auditors found that the ministry had paid twice, and without a tender.",
        "Petra Voss outside the ministry. Photo: Ida Lund",
        "Harbour minister Petra Voss resigned on Friday, hours after the audit office published its report on the purchase of nine cranes.",
        "“I take responsibility,” Voss told reporters in the capital Westhaven. \"The deal was wrong.\"",
        "What the report says",
        "The auditors wrote that the ministry had signed two contracts with Eastport Steel, one of them without a tender.",
        "The first contract was worth 4.2 million crowns.",
        "The second contract repeated the first.",
        "Prime Minister Olav Brandt accepted the resignation, his office said.",
    ]

    /// An old site: tables for layout, `<font>`, line breaks for paragraphs, tags that are never closed, no metadata.
    static let old = """
        <html><head><title>Valley Courier - Villages cut off by flood</title></head><body bgcolor=white>
        <table width=100%><tr><td width=120><a href=a.htm>News</a><br><a href=b.htm>Sports</a><br><a href=c.htm>Weather</a>
        <td><h1>Villages cut off by flood</h1>
        <font size=2>May 3, 2003<p>
        UPPER LORN, May 3 (Valley Courier) -- The river Lorn burst its banks on Saturday and cut off three villages, the district said.<p>
        Soldiers brought bread and water by boat, Colonel Hana Reyes said.<br><br>"Nobody was hurt, and nobody is missing," she said.
        <p><a href=d.htm>Back to the front page</a> | <a href=e.htm>Archive</a>
        </table></body>
        """

    /// Hostile: 5,000 levels, broken nesting, stray ends, entities that are none, a body inside a body.
    static let hostile =
        String(repeating: "<div><span>", count: 2500)
            + """
            <p>The envoy of the league left the capital on Monday, her office said, &amp; nobody knew why &bogus; or &#x1F517; where.
            <b><i>She</b></i> will be back in June, an aide told the parliament, if the roads are open and the trains run.
            </p></p></table><body onload=x><p>Nobody at the ministry wanted to comment on the visit, which had been kept secret until the evening.
            """
}

extension Pages {
    /// A blog system's page: the story in widgets, everything below it in one list of comments, class names of a style compiler.
    static let widgets = """
        <html><head><title>Ferry strike enters second week – Sound &amp; Straits</title><meta property="og:site_name" content="Sound &amp; Straits"></head>
        <body class="post-template single-post"><div class="css-1x2y-Masthead"><p>The journal of the straits, printed every week since 1911, now also online.</p></div>
        <div id="content" class="elementor"><div class="elementor-widget elementor-widget-theme-post-content"><div class="css-9z-Text">
        <div class="css-77-RichTextContainer"><p>The strike of the ferry crews entered its second week on Monday, the union said.</p></div></div>
        <div data-component="links-block"><h2>Related topics</h2><ul><li><a href=1>Ferries</a></li><li><a href=2>Unions and strikes of the last years</a></li></ul></div>
        <div class="css-77-RichTextContainer"><p>Comments by the owner, <a href=3>Lina Aho</a>, made matters worse.</p></div>
        <div class="css-77-RichTextContainer"><p>&#8220;We will not pay more,&#8221; she wrote to the crews.<br>The letter was leaked.</p></div></div>
        <div class="css-5-ContributorByline"><p>Reporting by Bo Sand in Straitmouth, and Ida Holm in the capital; editing by Per Lund.</p></div></div>
        <ol class="commentlist comments"><li><p>My grandfather sailed on that ferry, and he would never have gone on strike, not in a storm.</p></li>
        <li><p>Then your grandfather was a fool, sir, or he was paid better than these poor people are today.</p></li></ol></body></html>
        """
}
