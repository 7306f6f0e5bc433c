<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>ScoringPage</name>
    <message numerus="yes">
        <source>%n segment(s) of this article are flagged now.</source>
        <translation>
            <numerusform>%n segment of this article is flagged now.</numerusform>
            <numerusform>%n segments of this article are flagged now.</numerusform>
        </translation>
    </message>
</context>
</TS>
