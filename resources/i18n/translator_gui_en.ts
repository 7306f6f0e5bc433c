<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Aligning</name>
    <message numerus="yes">
        <source>%n English sentence(s) have no French: they are in the notes of the rows before.</source>
        <translation>
            <numerusform>%n English sentence has no French: it is in the note of the row before.</numerusform>
            <numerusform>%n English sentences have no French: they are in the notes of the rows before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlignmentPage</name>
    <message numerus="yes">
        <source>%n bead(s)</source>
        <translation>
            <numerusform>%n bead</numerusform>
            <numerusform>%n beads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmed</numerusform>
            <numerusform>%n confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) without counterpart</source>
        <translation>
            <numerusform>%n sentence without counterpart</numerusform>
            <numerusform>%n sentences without counterpart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>Stopped. %n article(s) are done and kept.</source>
        <translation>
            <numerusform>Stopped. %n article is done and kept.</numerusform>
            <numerusform>Stopped. %n articles are done and kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) exported.</source>
        <translation>
            <numerusform>%n pair exported.</numerusform>
            <numerusform>%n pairs exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be done: the table says why.</source>
        <translation>
            <numerusform>%n article could not be done: the table says why.</numerusform>
            <numerusform>%n articles could not be done: the table says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message numerus="yes">
        <source>%n done before</source>
        <translation>
            <numerusform>%n done before</numerusform>
            <numerusform>%n done before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message numerus="yes">
        <source>%n pair(s).</source>
        <translation>
            <numerusform>%n pair.</numerusform>
            <numerusform>%n pairs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n segment(s) will be written.</source>
        <translation>
            <numerusform>%n segment will be written.</numerusform>
            <numerusform>%n segments will be written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>%n place replaced.</numerusform>
            <numerusform>%n places replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagLevel</name>
    <message numerus="yes">
        <source>%n segment(s) of this article are flagged at this level.</source>
        <translation>
            <numerusform>%n segment of this article is flagged at this level.</numerusform>
            <numerusform>%n segments of this article are flagged at this level.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message numerus="yes">
        <source>and %n other reason(s)</source>
        <translation>
            <numerusform>and %n other reason</numerusform>
            <numerusform>and %n other reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No answer for %n segment(s); asking again goes on with them.</source>
        <translation>
            <numerusform>No answer for %n segment; asking again goes on with it.</numerusform>
            <numerusform>No answer for %n segments; asking again goes on with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message numerus="yes">
        <source>No proposal for %n segment(s).</source>
        <translation>
            <numerusform>No proposal for %n segment.</numerusform>
            <numerusform>No proposal for %n segments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvagedDialog</name>
    <message numerus="yes">
        <source>%n segment(s) recovered</source>
        <translation>
            <numerusform>%n segment recovered</numerusform>
            <numerusform>%n segments recovered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost:</source>
        <translation>
            <numerusform>%n segment lost:</numerusform>
            <numerusform>%n segments lost:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln flagged</source>
        <translation>
            <numerusform>%Ln flagged</numerusform>
            <numerusform>%Ln flagged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terminology</name>
    <message numerus="yes">
        <source>%n term(s) written.</source>
        <translation>
            <numerusform>%n term written.</numerusform>
            <numerusform>%n terms written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) read.</source>
        <translation>
            <numerusform>%n term read.</numerusform>
            <numerusform>%n terms read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message numerus="yes">
        <source>%n control character(s) left out: the format cannot hold them.</source>
        <translation>
            <numerusform>%n control character left out: the format cannot hold it.</numerusform>
            <numerusform>%n control characters left out: the format cannot hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) without a translation: the French was written.</source>
        <translation>
            <numerusform>%n segment without a translation: the French was written.</numerusform>
            <numerusform>%n segments without a translation: the French was written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) stay French: the original page has no such paragraph. Export without the layout to have everything.</source>
        <translation>
            <numerusform>%n segment stays French: the original page has no such paragraph. Export without the layout to have everything.</numerusform>
            <numerusform>%n segments stay French: the original page has no such paragraphs. Export without the layout to have everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) without a translation did not go in: the format holds pairs.</source>
        <translation>
            <numerusform>%n segment without a translation did not go in: the format holds pairs.</numerusform>
            <numerusform>%n segments without a translation did not go in: the format holds pairs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>returning</name>
    <message numerus="yes">
        <source>%n changed segment(s) as candidates</source>
        <translation>
            <numerusform>%n changed segment as a candidate</numerusform>
            <numerusform>%n changed segments as candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n new comment</numerusform>
            <numerusform>%n new comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of another article left aside</source>
        <translation>
            <numerusform>%n row of another article left aside</numerusform>
            <numerusform>%n rows of another article left aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n open comment</numerusform>
            <numerusform>%n open comments</numerusform>
        </translation>
    </message>
</context>
</TS>
