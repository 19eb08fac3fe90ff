"""Portuguese."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
of: de
joint and: e
add 0: zero
add 1: um uma
add 2: dois duas
add 3: três
add 4: quatro
add 5: cinco
add 6: seis
add 7: sete
add 8: oito
add 9: nove
add 10: dez
add 11: onze
add 12: doze
add 13: treze
add 14: catorze quatorze
add 15: quinze
add 16: dezasseis dezesseis
add 17: dezassete dezessete
add 18: dezoito
add 19: dezanove dezenove
add 20: vinte
add 30: trinta
add 40: quarenta
add 50: cinquenta
add 60: sessenta
add 70: setenta
add 80: oitenta
add 90: noventa
add 100: cem cento
add 200: duzentos duzentas
add 300: trezentos trezentas
add 400: quatrocentos quatrocentas
add 500: quinhentos quinhentas
add 600: seiscentos seiscentas
add 700: setecentos setecentas
add 800: oitocentos oitocentas
add 900: novecentos novecentas
scale 1000: mil
scale 1000000: milhão milhões
scale 1000000000: bilhão bilhões bilião
scale 1000000000000: trilhão trilhões
many 10: dezenas dúzias
many 100: centenas
many 1000: milhares
many 1000000: milhões
group 10: dezena
group 12: dúzia
group 20: vintena
group 100: centena
group 1000: milhar
both 2: ambos ambas par dupla
ordinal 1: primeiro primeira primeiros primeiras
ordinal 2: segundo segunda segundos segundas
ordinal 3: terceiro terceira
ordinal 4: quarto quarta
ordinal 5: quinto quinta
ordinal 6: sexto sexta
ordinal 7: sétimo sétima
ordinal 8: oitavo oitava
ordinal 9: nono nona
ordinal 10: décimo décima
ordinal 20: vigésimo vigésima
ordinal 100: centésimo centésima
fraction 1/2: metade meio meia
fraction 1/3: terço terços
fraction 1/4: quarto quartos
factor 2: dobro duplo dupla duplic* dobr*
factor 3: triplo tripla triplic*
less 0: menos inferior menor
round 0: cerca quase aproximadamente
several 0: vários várias alguns algumas muitos
to 0: a ou e
and 0: e
times 0: vezes vez
am 0: manhã madrugada
pm 720: tarde noite
clock 0: meia-noite
clock 720: meio-dia
century 0: século séculos
year 0: ano anos
unit %: por_cento
unit pp: ponto*_percentua*
unit s: segundo segundos
unit min: minuto minutos
unit h: hora horas
unit d: dia dias
unit wk: semana semanas
unit mo: mês meses
unit a: ano anos
unit decade: década décadas
unit century: século séculos
unit m: metro metros
unit km: quilómetro* quilômetro*
unit mi: milha milhas
unit ft: pé pés
unit in: polegada*
unit kg: quilo* quilograma*
unit t: tonelada*
unit lb: libra libras
unit l: litro litros
unit ha: hectare*
unit ac: acre acres
unit deg: grau graus
unit RUB: rublo rublos
unit USD: dólar dólares
unit EUR: euro euros
unit GBP: libra*_esterlina*
unit cent: cêntimo* centavo*
calendar -W-1: segunda-feira
"""
PROFILE = Profile(
    code="pt",
    name="Portuguese",
    before_name=words(
        """Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Profs Eng Arq Gen Cel Cap Ten Mons D Dom Pe Fr Sto Sta
        Exmo Exma V av Av R p.ex cf aprox"""
    ),
    before_number=words(
        """n nº art arts p pp pág págs vol t cap fig ed tel jan fev mar abr mai jun jul ago set out nov dez"""
    ),
    inside=words("e.u.a eua u.s d.c jr sr inc ltd ltda co corp s.a cia a.m p.m a.c d.c"),
    ending=words("etc min h seg km kg cm mm"),
    starters=words(
        """o a os as um uma uns umas ele ela eles elas eu tu nós você vocês isto isso este esta estes estas esse essa
        esses essas aquele aquela em no na nos nas de do da dos das a ao à aos às por pelo pela para com sem sobre
        entre desde até segundo após durante contra sob mas e ou nem porém contudo embora se quando como onde
        enquanto porque que quem qual quanto já não sim também além assim então depois antes agora hoje ontem
        amanhã aqui ali lá seu sua seus suas meu nosso todo todos toda todas cada alguns algumas muitos muitas
        mais menos outro outra outros outras ninguém nada só apenas ainda ambos dois três"""
    ),
    lettered=words("plano vitamina hepatite tipo classe grupo categoria série"),
    quotes=("“”", "«»", "‘’"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Portuguese."""
    return Language(PROFILE)
