<?php
// Checks the code that a person entered. Only "approved" proves the number.

$id = 'ver_01HQX7Z8RNQK5ZF8TBPNT2YFKA';
$curl = curl_init("http://localhost:3000/api/verifications/$id/check");
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => json_encode(['code' => '123456']),
]);
$check = json_decode((string) curl_exec($curl), true);

if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
    fwrite(STDERR, ($check['detail'] ?? curl_error($curl)) . "\n");
    exit(1);
}
echo "{$check['status']}\n";
