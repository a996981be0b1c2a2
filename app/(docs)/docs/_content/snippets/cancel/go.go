// Cancels a scheduled message and refunds its credits.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type message struct {
	MessageID string `json:"message_id"`
	Status    any    `json:"status"`
	Detail    string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	url := "http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA"
	request, err := http.NewRequest("DELETE", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var m message
	if err := json.NewDecoder(response.Body).Decode(&m); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		// 409: it has left and cannot be called back.
		log.Fatal(m.Detail)
	}
	fmt.Println(m.MessageID, m.Status)
}
